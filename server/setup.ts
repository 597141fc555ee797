import type { Connected, SetupDesk } from './api/setup-desk.ts';
import { channelDesk, standingChannels } from './channel-desk.ts';
import type { Config } from './config.ts';
import type { AskedSource, SetupCheck, SetupSource } from './contract/setup.ts';
import { checkSource } from './ingest/check-source.ts';
import { type Asked, nameOf, type World } from './ingest/sources.ts';
import { ConfigError, QuestionError } from './model/errors.ts';
import { SourceError } from './net/source-error.ts';
import { secretFile, secretPlace } from './secrets.ts';
import { type Standing, setupDraft } from './setup-draft.ts';
import { textOf, withoutSource, withSource, writeWhole } from './setup-file.ts';
import { asQuestion } from './setup-question.ts';

const SECRETS = [
  ...['GITHUB_TOKEN', 'GITHUB_APP_ID', 'JIRA_EMAIL', 'JIRA_TOKEN', 'JIRA_BEARER'],
  ...['COPILOT_TOKEN', 'ANTHROPIC_ADMIN_KEY', 'CURSOR_API_KEY'],
  ...['SLACK_WEBHOOK_URL', 'UPTAKE_SMTP_URL'],
];
const ADDRESSES = ['GITHUB_API_URL', 'JIRA_URL'];

/** Without them there is nothing to be read. */
const NEEDED = ['', 'token', 'repositories', 'projects'];

export type SetupHall = {
  /** Reads the configuration as it stands now. @throws ConfigError */
  read: () => Config;
  /** What this process began with. */
  running: readonly Asked[];
  world: World;
  /** @throws ConfigError where it cannot be done */
  begin: () => void;
  /** Told that messages go elsewhere now. */
  delivers: () => void;
};

/** Checks sources for real and writes `uptake.yaml` and files of secrets, of which nothing ever comes out again. */
export function setupDesk({ read, running, world, begin, delivers }: SetupHall): SetupDesk {
  const { env } = world;
  const standing = () => {
    const config = read();
    return { config, env, place: (name: string) => secretPlace(env, config.data, name) };
  };
  const draftOf = (asked: AskedSource) => setupDraft(asked, standing());
  return {
    connected: () => asQuestion(() => connected(standing(), running)),
    async check(given) {
      const { asked, secrets } = asQuestion(() => draftOf(given));
      const secret = (name: string) => secrets.get(name) ?? world.secret(name);
      const checks = await checksOf(asked, { ...world, secret });
      const ok = checks.length > 0 && checks.every((one) => one.ok || !NEEDED.includes(one.what));
      return { checks, ok };
    },
    keep: (given) =>
      asQuestion(() => {
        const { data, path } = read();
        const { entry, secrets } = draftOf(given);
        const text = withSource(textOf(path), entry, path);
        // Secrets first: a source without its token would fail tonight, a token without its source is only not used.
        for (const [name, value] of secrets) writeWhole(secretFile(data, name), `${value}\n`, 0o600);
        writeWhole(path, text, 0o600);
      }),
    remove: (name) =>
      asQuestion(() => {
        const { path, sources } = read();
        const asked = sources.find((one) => nameOf(one) === name);
        const alike = sources.filter(({ source }) => source === asked?.source);
        if (asked === undefined || asked.source === 'demo')
          throw new QuestionError('unknown-source', `${name} is not connected.`, 'name', sources.map(nameOf));
        writeWhole(path, withoutSource(textOf(path), asked.source, alike.indexOf(asked), path), 0o600);
      }),
    begin: () => asQuestion(begin),
    channels: channelDesk({ read, world, changed: delivers }),
  };
}

async function checksOf(asked: Asked, world: World): Promise<SetupCheck[]> {
  try {
    return await checkSource(asked, world);
  } catch (error) {
    if (error instanceof SourceError || error instanceof ConfigError)
      return [{ what: '', ok: false, says: error.message }];
    throw error;
  }
}

function connected(
  { config, env, place }: Standing & { config: Config },
  running: readonly Asked[],
): Connected {
  const known = new Set(running.map(nameOf));
  return {
    file: config.path,
    sources: config.sources.flatMap(told),
    channels: standingChannels(config),
    secrets: SECRETS.map((name) => ({ name, place: place(name) })),
    addresses: ADDRESSES.flatMap((name) => (env[name] ? [{ name, value: env[name] }] : [])),
    waiting: config.sources.some((asked) => !known.has(nameOf(asked))),
  };
}

function told(asked: Asked): SetupSource[] {
  if (asked.source === 'demo') return [];
  const { source, config } = asked;
  return [
    {
      ...{ source, name: nameOf(asked) },
      owner: 'owner' in config ? (config.owner ?? null) : null,
      address: 'address' in config ? (config.address ?? null) : null,
      projects: 'projects' in config ? [...(config.projects ?? [])] : [],
    },
  ];
}
