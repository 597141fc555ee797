import type { AskedChannel } from './contract/setup.ts';
import { QuestionError } from './model/errors.ts';
import { type Standing, secretsFor } from './setup-draft.ts';
import { mailAddress } from './setup-field.ts';

/** What setting up a channel would write: values below `deliver`, and secrets by their names. */
export type ChannelDraft = {
  deliver: { slack?: true; mail?: { from: string; to: string[] }; githubIssue?: string };
  secrets: ReadonlyMap<string, string>;
};

const webhook = { field: 'webhook', words: 'the address of a webhook' };
const server = { field: 'server', words: 'the address of a mail server' };

/** @throws QuestionError `bad-webhook`, `bad-server`, `bad-email`, `bad-repository`, and those of `setupDraft` */
export function channelDraft(asked: AskedChannel, standing: Pick<Standing, 'place'>): ChannelDraft {
  if (asked.channel === 'Slack') {
    const given = asked.webhook?.trim();
    if (given && !isSafe(given)) throw new QuestionError('bad-webhook', BAD_WEBHOOK, 'webhook');
    return {
      deliver: { slack: true },
      secrets: secretsFor(given, 'SLACK_WEBHOOK_URL', standing, true, webhook),
    };
  }
  if (asked.channel === 'e-mail') {
    const given = asked.server?.trim();
    if (asked.to.length === 0)
      throw new QuestionError('bad-email', 'Put in one e-mail address at least, to which it is sent.', 'to');
    if (given && !/^smtps?:\/\/[^/]/.test(given)) throw new QuestionError('bad-server', BAD_SERVER, 'server');
    return {
      deliver: {
        mail: { from: mailAddress(asked.from, 'from'), to: asked.to.map((one) => mailAddress(one, 'to')) },
      },
      secrets: secretsFor(given, 'UPTAKE_SMTP_URL', standing, true, server),
    };
  }
  const repository = asked.repository.trim().replace(/^https?:\/\/[^/]+\//, '');
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    const says = `"${repository}" is no repository: write OWNER/NAME, as in its address.`;
    throw new QuestionError('bad-repository', says, 'repository');
  }
  return { deliver: { githubIssue: repository }, secrets: new Map() };
}

const BAD_WEBHOOK =
  'A webhook is an address that begins with https://, such as https://hooks.slack.com/services/… Make one in Slack and copy all of it.';
const BAD_SERVER =
  'A mail server is written as smtps://USER:PASSWORD@HOST:465 or smtp://HOST:587; signs such as @ in a password as %40.';

/** The address is itself the secret, so that it goes over no open line. */
function isSafe(given: string): boolean {
  const url = URL.canParse(given) ? new URL(given) : null;
  return url !== null && (url.protocol === 'https:' || url.hostname === '127.0.0.1');
}
