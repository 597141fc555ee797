import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accessOf } from '../../server/access-settings.ts';
import { startUptake, uptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const secrets = (known: Record<string, string>) => (name: string) => known[name] ?? null;

test('beyond this machine it starts with a guard alone', async () => {
  const data = temporaryFolder();
  writeFileSync(join(data, 'uptake.yaml'), 'address: { host: 0.0.0.0 }\n');
  const refused = await uptake(['serve', '--port', '0', '--data', data, '--no-demo']);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(
    /address\.host is "0\.0\.0\.0", which others can reach\. Set UPTAKE_PASSWORD/,
  );
  expect(refused.stderr).not.toContain('    at ');
});

test('a password that is found by trying is refused', () => {
  const weak = secrets({ UPTAKE_PASSWORD: 'short' });
  expect(() => accessOf('0.0.0.0', {}, weak, temporaryFolder())).toThrow(
    'UPTAKE_PASSWORD has 5 characters; it needs 12 at least.',
  );
  expect(() =>
    accessOf('0.0.0.0', { proxy: { header: 'x-user', from: ['proxy'] } }, weak, temporaryFolder()),
  ).toThrow('address.proxy.from is "proxy", which is no IP address.');
});

test('sessions outlive a restart, and end with the password; the key is for nobody else to read', () => {
  const data = temporaryFolder();
  const key = (password: string) => {
    const { guard } = accessOf('127.0.0.1', {}, secrets({ UPTAKE_PASSWORD: password }), data);
    return guard?.kind === 'password' ? Buffer.from(guard.sessionKey).toString('hex') : '';
  };
  const before = key('a long password');
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  expect(key('a long password')).toBe(before);
  expect(key('another password')).not.toBe(before);
  const file = join(data, 'secrets', 'UPTAKE_SESSION_KEY');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toHaveLength(43);
});

test('the real program behind a password leads people to the page that asks for it', async () => {
  const data = temporaryFolder();
  mkdirSync(join(data, 'secrets'));
  writeFileSync(join(data, 'secrets', 'UPTAKE_PASSWORD'), 'a long password\n');
  const server = startUptake(['serve', '--port', '0', '--data', data, '--no-demo']);
  const [, address = ''] = await server.said(/Uptake answers on (http:\S+)/);
  const page = await fetch(`${address}/flow`, { headers: { accept: 'text/html' }, redirect: 'manual' });
  expect([page.status, page.headers.get('location')]).toEqual([303, '/login?next=%2Fflow']);
  const sent = await fetch(`${address}/login`, {
    method: 'POST',
    body: new URLSearchParams({ password: 'a long password' }),
    headers: { origin: address },
    redirect: 'manual',
  });
  const cookie = sent.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await fetch(`${address}/api/status`, { headers: { cookie } })).status).toBe(200);
  expect((await fetch(`${address}/api/status`)).status).toBe(401);
  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
});
