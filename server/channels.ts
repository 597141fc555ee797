import { type Static, Type } from 'typebox';
import type { Channels } from './deliver/deliver.ts';
import { githubOutside } from './ingest/github-outside.ts';
import { type Schedule, scheduleOf } from './ingest/schedule.ts';
import type { Asked, World } from './ingest/sources.ts';
import { ConfigError } from './model/errors.ts';

/** At half past seven, before the week begins. */
const MONDAYS = '30 7 * * 1';

/** `deliver:` in `uptake.yaml`. Every key may be left out. */
export const Deliver = Type.Object(
  {
    address: Type.Optional(
      Type.String({
        pattern: '^https?://[^\\s/]+(/|$)',
        description: 'Where readers open the pages, such as https://uptake.acme.example; messages link to it',
      }),
    ),
    digest: Type.Optional(
      Type.String({
        description:
          'When the weekly digest goes out: a cron pattern of five fields, or off. Default "30 7 * * 1"',
      }),
    ),
    slack: Type.Optional(Type.Boolean({ description: 'To the channel of the webhook in SLACK_WEBHOOK_URL' })),
    mail: Type.Optional(
      Type.Object(
        {
          from: Type.String({ minLength: 3 }),
          to: Type.Array(Type.String({ pattern: '^[^\\s@<>]+@[^\\s@<>]+$' }), { minItems: 1, maxItems: 100 }),
        },
        { additionalProperties: false, description: 'Through the server in UPTAKE_SMTP_URL' },
      ),
    ),
    githubIssue: Type.Optional(
      Type.String({ pattern: '^[\\w.-]+/[\\w.-]+$', description: 'OWNER/NAME of the repository' }),
    ),
  },
  { additionalProperties: false },
);
export type Deliver = Static<typeof Deliver>;

/** When the digest goes out; null: never. @throws ConfigError `bad-schedule` */
export function digestSchedule({ digest = MONDAYS }: Deliver, zone: string): Schedule | null {
  return digest === 'off' ? null : scheduleOf(digest, zone, 0, '', 'deliver.digest');
}

/** Where messages go, with the secrets that this takes; `github` is where that is. @throws ConfigError `missing-secret` that names the one that is not set */
export function channelsOf(
  { slack, mail, githubIssue }: Deliver,
  world: World,
  github: { address?: string } = {},
): Channels {
  const secret = (name: string, key: string): string => {
    const found = world.secret(name);
    if (found !== null) return found;
    throw new ConfigError('missing-secret', `deliver.${key} needs ${name}, which is not set.`);
  };
  return {
    ...(slack === true && { slack: webhook(secret('SLACK_WEBHOOK_URL', 'slack')) }),
    ...(mail !== undefined && { mail: { ...mail, server: secret('UPTAKE_SMTP_URL', 'mail') } }),
    ...(githubIssue !== undefined && {
      githubIssue: { repository: githubIssue, outside: () => githubOutside(world, github) },
    }),
  };
}

/** Where the GitHub is that is read, which issues are written to as well. */
export function githubOf({ sources }: { sources: readonly Asked[] }): { address?: string } {
  const [github = {}] = sources.flatMap((one) => (one.source === 'github' ? [one.config] : []));
  return github;
}

function webhook(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url !== null && (url.protocol === 'https:' || url.hostname === '127.0.0.1')) return given;
  throw new ConfigError('bad-secret', 'SLACK_WEBHOOK_URL is no address that begins with https://.');
}
