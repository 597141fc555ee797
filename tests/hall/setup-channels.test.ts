import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CheckedSourceAnswer, ReportsAnswer, SentAnswer } from '../../server/contract/index.ts';
import { writeDemo } from '../support/demo-held.ts';
import { mailServer } from '../support/mail-server.ts';
import { setupAsked } from '../support/setup-asked.ts';
import { slackServer } from '../support/slack-server.ts';

const mail = { channel: 'e-mail', from: 'uptake@example.com', to: ['leads@example.com'] };
const put = (asked: Awaited<ReturnType<typeof setupAsked>>, body: object) =>
  asked.ask<CheckedSourceAnswer & { error?: { code: string; message: string } }>(
    'PUT',
    '/api/setup/channel',
    body,
  );

describe('Who is told is set up from /setup', () => {
  test('once a message has arrived, and is in force from then on', async () => {
    const [slack, post] = [await slackServer(), await mailServer({ user: 'u', password: 'p@ss' })];
    const asked = await setupAsked({}, [], async (data) =>
      (await writeDemo(data, { scenario: 'real-gain', size: 0.3 })).close(),
    );
    const { ask, data, said } = asked;
    writeFileSync(join(data, 'uptake.yaml'), '# Ours.\ndeliver: { digest: "0 8 * * 2" } # on Tuesdays\n');
    expect((await put(asked, { channel: 'Slack', webhook: slack.url })).data).toMatchObject({ kept: true });
    const server = `smtp://u:p%40ss@127.0.0.1:${post.port}`;
    expect((await put(asked, { ...mail, server })).data).toMatchObject({ kept: true });
    expect(slack.taken[0]).toContain('Uptake reaches you here.');
    expect(post.received[0]).toMatchObject({ to: ['leads@example.com'] });
    const text = readFileSync(join(data, 'uptake.yaml'), 'utf8');
    for (const kept of ['# Ours.', '0 8 * * 2', '# on Tuesdays', 'slack: true', 'leads@example.com'])
      expect(text).toContain(kept);
    for (const name of ['SLACK_WEBHOOK_URL', 'UPTAKE_SMTP_URL'])
      expect(statSync(join(data, 'secrets', name)).mode & 0o777).toBe(0o600);
    for (const secret of [slack.url, 'p%40ss']) expect(said.join('') + text).not.toContain(secret);
    // The server that runs sends there without having been started anew: the data of a demo are old.
    await expect.poll(() => slack.taken.join('\n')).toContain('No new data for two nights');
    const { data: reports } = await ask<ReportsAnswer>('GET', '/api/reports');
    expect(reports.channels.map(({ isSetUp }) => isSetUp)).toEqual([true, true, false]);
    const test = await ask<SentAnswer>('POST', '/api/reports/test', { channel: 'Slack' });
    expect(test.data.sent).toBe(true);
    expect(slack.taken.at(-1)).toContain('Test: ');
    // Another address of somebody takes the kept server.
    expect((await put(asked, { ...mail, to: ['other@example.com'] })).data.kept).toBe(true);
    expect(post.received.at(-1)?.to).toEqual(['other@example.com']);
    await ask('DELETE', '/api/setup/channel', { channel: 'Slack' });
    expect((await asked.setup()).channels).toEqual([
      { channel: 'e-mail', from: mail.from, to: ['other@example.com'] },
    ]);
    expect((await ask<ReportsAnswer>('GET', '/api/reports')).data.channels[0]?.isSetUp).toBe(false);
    expect(existsSync(join(data, 'secrets', 'SLACK_WEBHOOK_URL'))).toBe(true);
  });

  test('while the demo is shown, of which nothing goes there', async () => {
    const slack = await slackServer();
    const asked = await setupAsked({}, ['--demo']);
    expect((await put(asked, { channel: 'Slack', webhook: slack.url })).data.kept).toBe(true);
    expect((await asked.setup()).channels).toMatchObject([{ channel: 'Slack' }]);
    const sent = await asked.ask('POST', '/api/reports/test', { channel: 'Slack' });
    expect(sent).toMatchObject({ error: { code: 'not-set-up' } });
    expect(slack.taken).toHaveLength(1);
  });

  test.each([
    ['no webhook', { channel: 'Slack' }, /Put in the address of a webhook: SLACK_WEBHOOK_URL/],
    ['a webhook over an open line', { channel: 'Slack', webhook: 'http://hooks.example/x' }, /https:/],
    ['a webhook where nobody answers', { channel: 'Slack', webhook: 'http://127.0.0.1:9/x' }, /not answer/],
    ['no mail server', mail, /Put in the address of a mail server/],
    ['a mail server of another form', { ...mail, server: 'mail.example.com' }, /smtps:\/\/USER/],
    ['a mail server where nobody answers', { ...mail, server: 'smtp://127.0.0.1:9' }, /takes no mail/],
    ['an address that is none', { ...mail, server: 'smtp://127.0.0.1:9', to: ['all'] }, /"all" is no e-mail/],
    ['a repository that is none', { channel: 'GitHub issue', repository: 'metrics' }, /OWNER\/NAME/],
    ['an issue without a token', { channel: 'GitHub issue', repository: 'acme/metrics' }, /GITHUB_TOKEN/],
  ] as const)('%s: the reason is said, and nothing is kept', async (_, body, says) => {
    const asked = await setupAsked();
    const { data, error } = await put(asked, body);
    expect(error?.message ?? data.checks.map((one) => one.says).join(' ')).toMatch(says);
    expect(data?.kept ?? false).toBe(false);
    expect((await asked.setup()).channels).toEqual([]);
    expect(existsSync(join(asked.data, 'uptake.yaml'))).toBe(false);
    expect(existsSync(join(asked.data, 'secrets'))).toBe(false);
  });
});
