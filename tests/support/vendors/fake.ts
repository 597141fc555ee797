import { createServer, type IncomingMessage } from 'node:http';
import { onTestFinished } from 'vitest';

/** What a vendor answers: a body that is no text is sent as JSON. */
export type Answered = { status?: number; headers?: Record<string, string>; body?: unknown };

export type Heard = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: unknown;
};

export type FakeVendor = {
  url: string;
  /** Every request, in the order in which they came. */
  heard: Heard[];
  /** The next answers, before the usual ones; `null` cuts the connection. */
  next: (Answered | null)[];
  /** Told how many requests have come, before each is answered. */
  counted: (requests: number) => void;
};

/** A vendor on a real socket of this machine, for as long as the test runs. */
export async function startVendor(answer: (heard: Heard, url: string) => Answered): Promise<FakeVendor> {
  const heard: Heard[] = [];
  const next: (Answered | null)[] = [];
  const fake: FakeVendor = { url: '', heard, next, counted: () => {} };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', url);
      const text = Buffer.concat(parts).toString();
      const told = {
        method: request.method ?? '',
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body: text === '' ? null : JSON.parse(text),
      };
      heard.push(told);
      fake.counted(heard.length);
      const planned = next.shift();
      if (planned === null) return request.socket.destroy();
      const { status = 200, headers = {}, body = '' } = planned ?? answer(told, url);
      const isText = typeof body === 'string';
      response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
      return response.end(isText ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake vendor has no port');
  const url = `http://127.0.0.1:${address.port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(fake, { url });
}

export const NOT_FOUND: Answered = { status: 404, body: { message: 'Not Found' } };
