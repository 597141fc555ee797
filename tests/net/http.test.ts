import { createServer, type RequestListener } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fetchWithin, wait } from '../../server/net/http.ts';

async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}

describe('A request', () => {
  test('is answered within its time', async () => {
    const url = await serving((_, response) => response.end('here'));
    expect(await (await fetchWithin(30_000)(url)).text()).toBe('here');
  });

  test('that nobody answers ends when its time is over', async () => {
    const url = await serving(() => {});
    await expect(fetchWithin(50)(url)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('whose answer never ends is over as well', async () => {
    const url = await serving((_, response) => response.write('half'));
    const response = await fetchWithin(200)(url);
    await expect(response.text()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('ends when it is aborted', async () => {
    const stop = new AbortController();
    const url = await serving(() => stop.abort(new Error('enough')));
    await expect(fetchWithin(30_000)(url, { signal: stop.signal })).rejects.toThrow('enough');
  });

  test('that carries its own signal ends with that', async () => {
    const stop = new AbortController();
    const url = await serving(() => stop.abort(new Error('enough')));
    await expect(fetchWithin(30_000)(new Request(url, { signal: stop.signal }))).rejects.toThrow('enough');
  });
});

describe('A wait', () => {
  test('ends after its time', async () => {
    const { signal } = new AbortController();
    await expect(wait(1, signal)).resolves.toBeUndefined();
  });

  test('ends at once with the reason when it is aborted, before or meanwhile', async () => {
    const reason = new Error('enough');
    await expect(wait(3_600_000, AbortSignal.abort(reason))).rejects.toBe(reason);
    const stop = new AbortController();
    const waiting = wait(3_600_000, stop.signal);
    stop.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });
});
