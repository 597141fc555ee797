import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PAGE = '<!doctype html><title>Uptake</title>';
const html = { accept: 'text/html,application/xhtml+xml' };

function built() {
  const folder = temporaryFolder();
  const webRoot = join(folder, 'dist');
  mkdirSync(join(webRoot, 'assets'), { recursive: true });
  writeFileSync(join(webRoot, 'index.html'), PAGE);
  writeFileSync(join(webRoot, '.hidden'), 'swordfish');
  writeFileSync(join(webRoot, 'assets', 'main-4fz9.js'), 'export {};\n'.repeat(200));
  writeFileSync(join(folder, 'secret.txt'), 'swordfish');
  return testApp({ webRoot }).app;
}

describe('the pages', () => {
  it.each(['/', '/flow', '/flow?window=12w', '/some/page'])(
    '%s is the one page, asked for anew each time',
    async (url) => {
      const answer = await built().inject({ url, headers: html });
      expect([answer.statusCode, answer.body]).toEqual([200, PAGE]);
      expect(answer.headers['content-type']).toMatch(/^text\/html/);
      expect(answer.headers['cache-control']).toBe('no-cache');
    },
  );

  it.each([{ accept: '*/*' }, {}])(
    'are given to a tool that takes anything (%o), whole or only their head',
    async (headers) => {
      const app = built();
      expect((await app.inject({ url: '/flow', headers })).body).toBe(PAGE);
      expect((await app.inject({ method: 'HEAD', url: '/flow', headers })).statusCode).toBe(200);
      expect((await app.inject({ url: '/flow', headers: { accept: 'application/json' } })).statusCode).toBe(
        404,
      );
    },
  );

  it('keep what is named by its contents for ever, and compress it', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const answer = await built().inject({ url: '/assets/main-4fz9.js', headers });
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.headers['content-type']).toMatch(/javascript/);
  });

  it('are not given for what is missing among the assets, nor under /api', async () => {
    const app = built();
    for (const url of ['/assets/gone.js', '/favicon.ico']) {
      const answer = await app.inject({ url, headers: { accept: '*/*' } });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        404,
        'application/json; charset=utf-8',
      ]);
    }
    expect((await app.inject({ url: '/api/flow', headers: html })).statusCode).toBe(404);
    expect((await app.inject({ method: 'POST', url: '/flow', headers: html })).statusCode).toBe(404);
  });

  it('give nothing from outside of their folder', async () => {
    const app = built();
    for (const url of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/.hidden']) {
      const answer = await app.inject({ url });
      expect([answer.statusCode >= 400, answer.body.includes('swordfish')], url).toEqual([true, false]);
    }
  });

  it('need to be built: without them there is only the API', async () => {
    const { app } = testApp();
    expect((await app.inject({ url: '/', headers: html })).statusCode).toBe(404);
  });
});

describe('every answer', () => {
  it.each(['/', '/flow', '/api/status', '/api/nowhere', '/api/series/velocity', '/assets/main-4fz9.js'])(
    '%s may be framed by nobody and loads nothing from elsewhere',
    async (url) => {
      const { headers } = await built().inject({ url, headers: html });
      const policy = String(headers['content-security-policy']).split('; ');
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy.filter((rule) => /unsafe|\*|https?:/.test(rule))).toEqual([
        "style-src-attr 'unsafe-inline'",
      ]);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    },
  );
});
