import type { Message } from '../model/message.ts';
import { SourceError } from '../net/source-error.ts';

/**
 * Posts to the channel of an incoming webhook. The address is itself the secret, and stands in no error.
 * @throws SourceError `slack-refused`, `slack-unreachable`
 */
export async function toSlack(webhook: string, { slack }: Message, send: typeof fetch): Promise<void> {
  const answer = await send(webhook, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: slack, unfurl_links: false }),
    redirect: 'error',
  }).catch((cause: unknown) => {
    const message =
      'Slack does not answer at SLACK_WEBHOOK_URL: check the address, and whether a proxy is needed.';
    throw new SourceError('slack-unreachable', message, { cause });
  });
  const said = (await answer.text().catch(() => '')).trim().slice(0, 100);
  if (answer.ok) return;
  throw new SourceError(
    'slack-refused',
    `Slack refused the message (${answer.status} ${said}). ${hint(said)}`,
  );
}

/** Of the texts that Slack documents for incoming webhooks. */
function hint(said: string): string {
  if (/no_service|invalid_token|no_active_hooks|action_prohibited/.test(said)) {
    return 'The webhook is gone or switched off: make a new one and set SLACK_WEBHOOK_URL.';
  }
  if (/channel_not_found|channel_is_archived/.test(said)) return 'Its channel is gone: choose another one.';
  return 'Check SLACK_WEBHOOK_URL.';
}
