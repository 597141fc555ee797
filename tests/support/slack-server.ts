import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** Slack's end of an incoming webhook on a free port of this machine, which keeps the texts that it takes. */
export async function slackServer(): Promise<{ url: string; taken: string[] }> {
  const taken: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      taken.push(String(JSON.parse(body).text));
      response.end('ok');
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('not listening on a port');
  return { url: `http://127.0.0.1:${listening.port}/hook`, taken };
}
