import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choicesAddress, seriesAddress, seriesCsvAddress } from '../../web/api/address.ts';
import { ApiError, read } from '../../web/api/client.ts';

let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const [, status = '200', body = ''] = (request.url ?? '').split('/').map(decodeURIComponent);
    response.statusCode = Number(status);
    if (status === '204') response.destroy();
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  address = `http://127.0.0.1:${bound.port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

async function asked(status: number, body: string): Promise<unknown> {
  const { signal } = new AbortController();
  return read(`${address}/${status}/${encodeURIComponent(body)}`, signal).catch((error: unknown) => error);
}

describe('An answer of the API', () => {
  test('is handed on as it is', async () => {
    expect(await asked(200, '{"data": 1}')).toEqual({ data: 1 });
  });

  test('that refuses keeps its code, its sentence and its field', async () => {
    const error = await asked(
      400,
      '{"error": {"code": "unknown-filter", "message": "There is no window \\"9w\\".", "field": "window"}}',
    );
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      code: 'unknown-filter',
      message: 'There is no window "9w".',
      field: 'window',
    });
  });

  test('of a proxy, or none at all, is a server that does not answer', async () => {
    expect(await asked(502, '<html>Bad gateway</html>')).toMatchObject({ code: 'unreachable' });
    expect(await asked(204, '')).toMatchObject({ code: 'unreachable' });
  });

  test('of another shape never reaches the page as an exception of the parser', async () => {
    for (const body of ['<html></html>', '{"error": 1}', '{"error": {}}', 'null', '']) {
      expect(await asked(500, body)).toMatchObject({ code: 'unexpected-answer', field: null });
    }
    expect(await asked(200, '<html></html>')).toMatchObject({ code: 'unexpected-answer' });
  });

  test('that nobody waits for any more is no failure of the server', async () => {
    const waiting = new AbortController();
    waiting.abort();
    await expect(read(`${address}/200/1`, waiting.signal)).rejects.not.toBeInstanceOf(ApiError);
  });
});

describe('The address of an answer', () => {
  test('holds the question, and nothing for a question without filters', () => {
    expect(seriesAddress('cycle-time', {})).toBe('/api/series/cycle-time');
    expect(seriesAddress('batch-size', { window: '12w', repo: 'git:/a b' })).toBe(
      '/api/series/batch-size?window=12w&repo=git%3A%2Fa+b',
    );
    expect(seriesAddress('cycle-time', { team: ['b', 'a'] })).toBe('/api/series/cycle-time?team=b&team=a');
    expect(choicesAddress({ window: '12w' })).toBe('/api/teams?window=12w');
    expect(choicesAddress({ from: '2026-08-10', to: '2026-09-06' })).toBe(
      '/api/teams?from=2026-08-10&to=2026-09-06',
    );
    expect(choicesAddress({})).toBe('/api/teams');
    expect(seriesCsvAddress('cycle-time', { stat: 'p85' })).toBe('/api/series/cycle-time/csv?stat=p85');
  });
});
