import type { Message } from '../model/message.ts';
import { SourceError } from '../net/source-error.ts';
import type { GithubOutside } from '../sources/github/outside.ts';
import { toGithubIssue } from './github-issue.ts';
import { type MailSettings, toMail } from './mail.ts';
import { toSlack } from './slack.ts';

/** Where messages go; what is left out is not set up. */
export type Channels = {
  /** An incoming webhook's address. */
  slack?: string;
  mail?: MailSettings;
  /** OWNER/NAME of the repository, and who writes there. */
  githubIssue?: {
    repository: string;
    outside: () => Pick<GithubOutside, 'apiUrl' | 'auth' | 'fetch'>;
  };
};

/** Whether a channel took a message: null, or the sentence that says why it did not. */
export type Delivery = { channel: 'Slack' | 'e-mail' | 'GitHub issue'; failed: string | null };

/** Says it everywhere; a channel that fails takes nothing from the others. Throws on nothing but a bug. */
export async function deliver(
  { slack, mail, githubIssue }: Channels,
  message: Message,
  send: typeof fetch,
  signal: AbortSignal,
): Promise<Delivery[]> {
  const ways: [Delivery['channel'], (() => Promise<void>) | null][] = [
    ['Slack', slack === undefined ? null : () => toSlack(slack, message, send)],
    ['e-mail', mail === undefined ? null : () => toMail(mail, message)],
    [
      'GitHub issue',
      githubIssue === undefined
        ? null
        : () => toGithubIssue(githubIssue.repository, message, githubIssue.outside(), signal),
    ],
  ];
  return Promise.all(ways.flatMap(([channel, way]) => (way === null ? [] : [outcome(channel, way)])));
}

async function outcome(channel: Delivery['channel'], way: () => Promise<void>): Promise<Delivery> {
  try {
    await way();
    return { channel, failed: null };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { channel, failed: error.message };
  }
}
