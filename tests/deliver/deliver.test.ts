import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { deliver } from '../../server/deliver/deliver.ts';
import type { Message } from '../../server/model/message.ts';
import { mailServer } from '../support/mail-server.ts';

const message: Message = {
  about: 'digest',
  subject: 'Uptake: no change that matters',
  text: 'No change that matters.\n35 hours, 36 before.',
  html: '<p>No change that matters.</p>',
  markdown: '**No change that matters.**',
  slack: '*No change that matters.*',
};
const { signal } = new AbortController();

type Asked = {
  method: string;
  path: string;
  body: { title?: string; body?: string };
  authorization: string | undefined;
};

/** A server on a free port of this machine that answers as told and keeps what it was asked. */
async function webServer(answer: (asked: Asked) => { status: number; body: unknown }) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const body: Asked['body'] = method === 'GET' ? {} : JSON.parse(await text(request));
    const one = { method, path: url, body, authorization: headers.authorization };
    asked.push(one);
    const { status, body: says } = answer(one);
    const isText = typeof says === 'string';
    response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json' });
    response.end(isText ? says : JSON.stringify(says));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return { address: `http://127.0.0.1:${address.port}`, asked };
}

describe('Slack', () => {
  test('gets the message as its own markup', async () => {
    const { address, asked } = await webServer(() => ({ status: 200, body: 'ok' }));
    const sent = await deliver({ slack: `${address}/services/T0/B0/secret` }, message, fetch, signal);
    expect(sent).toEqual([{ channel: 'Slack', failed: null }]);
    expect(asked).toMatchObject([
      { method: 'POST', path: '/services/T0/B0/secret', body: { text: message.slack, unfurl_links: false } },
    ]);
  });

  test('that refuses is said with what to do, and without the address, which is the secret', async () => {
    const { address } = await webServer(() => ({ status: 404, body: 'no_service' }));
    const [sent] = await deliver({ slack: `${address}/services/T0/B0/secret` }, message, fetch, signal);
    expect(sent?.failed).toBe(
      'Slack refused the message (404 no_service). The webhook is gone or switched off: make a new one and set SLACK_WEBHOOK_URL.',
    );
    const gone = await deliver({ slack: 'http://127.0.0.1:9/services/secret' }, message, fetch, signal);
    expect(gone[0]?.failed).toMatch(/^Slack does not answer at SLACK_WEBHOOK_URL/);
    expect(gone[0]?.failed).not.toContain('secret');
  });
});

describe('E-mail', () => {
  const to = ['lead@example.com', 'champion@example.com'];

  test('goes to all as text and HTML, who do not see each other', async () => {
    const { port, received } = await mailServer({ user: 'uptake', password: 'p:ss@word' });
    const server = `smtp://uptake:${encodeURIComponent('p:ss@word')}@127.0.0.1:${port}`;
    const sent = await deliver({ mail: { server, from: 'uptake@example.com', to } }, message, fetch, signal);
    expect(sent).toEqual([{ channel: 'e-mail', failed: null }]);
    expect(received).toMatchObject([{ from: 'uptake@example.com', to }]);
    const source = received[0]?.source ?? '';
    expect(source).toContain('Subject: Uptake: no change that matters');
    expect(source).toContain('Auto-Submitted: auto-generated');
    expect(source).toContain('text/html');
    expect(source).toContain('No change that matters.');
    for (const address of to) expect(source).not.toContain(address);
  });

  test('that is refused is said, without the password', async () => {
    const { port } = await mailServer({ user: 'uptake', password: 'right', refuses: 'gone@example.com' });
    const failed = async (server: string, all = to) =>
      (await deliver({ mail: { server, from: 'uptake@example.com', to: all } }, message, fetch, signal))[0]
        ?.failed;
    expect(await failed(`smtp://uptake:wrong@127.0.0.1:${port}`)).toBe(
      '127.0.0.1 refused the name or the password of UPTAKE_SMTP_URL.',
    );
    expect(await failed(`smtp://uptake:right@127.0.0.1:${port}`, ['gone@example.com'])).toMatch(
      /^127\.0\.0\.1 refused the mail: .*no such mailbox/,
    );
    expect(await failed('smtp://127.0.0.1:9')).toMatch(
      /^127\.0\.0\.1 takes no mail \(ECONNREFUSED|ESOCKET\)/,
    );
    expect(await failed('mail.example.com')).toMatch(/^UPTAKE_SMTP_URL is no address of a mail server/);
  });
});

describe('A GitHub issue', () => {
  const marker = '<!-- uptake digest -->';
  const channel = (address: string) => ({
    githubIssue: {
      repository: 'acme/metrics',
      outside: () => ({ apiUrl: address, auth: { token: 'token' }, fetch }),
    },
  });

  test('is opened once, and brought up to date from then on', async () => {
    const issues: { number: number; title: string; body: string }[] = [];
    const { address, asked } = await webServer(({ method, body }) => {
      if (method === 'GET') return { status: 200, body: [{ number: 1, body: null }, ...issues] };
      if (method === 'POST') issues.push({ number: 7, title: '', body: '', ...body });
      return { status: 200, body: {} };
    });
    expect(await deliver(channel(address), message, fetch, signal)).toEqual([
      { channel: 'GitHub issue', failed: null },
    ]);
    expect(issues).toEqual([{ number: 7, title: message.subject, body: `${message.markdown}\n\n${marker}` }]);
    await deliver(channel(address), { ...message, subject: 'Uptake: faster' }, fetch, signal);
    expect(asked.at(-1)).toMatchObject({
      method: 'PATCH',
      path: '/repos/acme/metrics/issues/7',
      authorization: 'token token',
      body: { title: 'Uptake: faster' },
    });
    expect(issues).toHaveLength(1);
  });

  test('that may not be written is said with what to do', async () => {
    const { address } = await webServer(() => ({ status: 404, body: { message: 'Not Found' } }));
    const [sent] = await deliver(channel(address), message, fetch, signal);
    expect(sent?.failed).toBe(
      'acme/metrics: the token may not write issues there (404). Grant "Issues: read and write" for this repository.',
    );
  });
});

test('a channel that fails takes nothing from the others', async () => {
  const { address, asked } = await webServer(() => ({ status: 200, body: 'ok' }));
  const mail = { server: 'smtp://127.0.0.1:9', from: 'uptake@example.com', to: ['lead@example.com'] };
  const sent = await deliver({ slack: `${address}/hook`, mail }, message, fetch, signal);
  expect(sent.map(({ failed }) => failed === null)).toEqual([true, false]);
  expect(asked).toHaveLength(1);
});
