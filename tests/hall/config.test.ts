import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Environment, type Flags, readConfig } from '../../server/config.ts';
import { NO_SETTINGS } from '../../server/facts/attribution/settings.ts';
import { usualCalendar } from '../../server/model/working-hours.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function read(yaml: string, flags: Flags = {}, env: Environment = {}) {
  const data = temporaryFolder();
  writeFileSync(join(data, 'uptake.yaml'), yaml);
  return readConfig({ data, ...flags }, env, '/');
}

test('without any configuration everything has a default', () => {
  const data = temporaryFolder();
  expect(readConfig({ data }, {}, '/')).toEqual({
    data,
    path: join(data, 'uptake.yaml'),
    database: join(data, 'uptake.db'),
    zone: 'UTC',
    calendar: usualCalendar('UTC'),
    attribution: NO_SETTINGS,
    delivery: { rules: null, exceptions: [] },
    host: '127.0.0.1',
    port: 4180,
    address: {},
    nightly: { schedule: { next: expect.any(Function), last: expect.any(Function) }, minutes: null },
    backfill: { byItself: true, until: null, minutes: null },
    deliver: {},
    sources: [],
  });
});

test('an empty file is no configuration, and no error', () => {
  expect(read('').port).toBe(4180);
});

test('the command line goes before the environment, which goes before the file', () => {
  const yaml = 'zone: Europe/Berlin\naddress: { port: 5000 }';
  expect(read(yaml)).toMatchObject({ zone: 'Europe/Berlin', port: 5000 });
  expect(read(yaml, {}, { UPTAKE_ADDRESS_PORT: '6000', UPTAKE_ZONE: 'Asia/Kolkata' })).toMatchObject({
    zone: 'Asia/Kolkata',
    port: 6000,
  });
  expect(read(yaml, { port: '7000' }, { UPTAKE_ADDRESS_PORT: '6000' }).port).toBe(7000);
});

test('a path in the file is meant from the folder of the file', () => {
  const { sources, data } = read('sources: { git: [{ path: ../shop, branch: main }] }');
  expect(sources).toEqual([{ source: 'git', config: { path: join(data, '../shop'), branch: 'main' } }]);
});

test.each([
  ['adress: { port: 1 }', /adress/],
  ['zone: *nowhere', /is not valid YAML: Unresolved alias/],
  ['address: { port: 99999 }', /address\.port is 99999, which must be <= 65535/],
  ['sorces: {}', /: sorces is no known key; allowed here are zone, address, .* and sources\.$/],
  ['sources: { github: [{ ownr: acme }] }', /sources\.github\.0\.ownr is no known key; .*owner/],
  ['backfill: { until: soon }', /backfill\.until is "soon", which must match pattern/],
  ['backfill: { from: 2020-01-01 }', /backfill\.from is no known key; allowed here are until and minutes\.$/],
  ['address: { port: web }', /address\.port is "web", which must be integer/],
  ['schedule: { at: "25:00" }', /schedule\.at is "25:00"; allowed are a time of day such as "02:30"/],
  ['schedule: { minutes: 0 }', /schedule/],
  ['address: { proxy: { header: "two words" } }', /address\.proxy\.header is "two words"/],
  ['zone: Mars/Base', /zone .*Mars\/Base.*no time zone.*Europe\/Berlin/],
  ['sources: { git: [{ branch: main }] }', /sources\.git\.0 .*path/],
  ['sources: { gitt: [] }', /gitt/],
  ['zone: [', /not valid YAML/],
])('%s is answered with a sentence that names the key, the value and what is allowed', (yaml, sentence) => {
  expect(() => read(yaml)).toThrow(sentence);
});

test.each([['port'], ['70000'], ['-1'], ['4180x'], ['']])(
  '--port %s is answered with what is allowed',
  (port) => {
    expect(() => read('', { port })).toThrow(/--port is ".*"; allowed is a port from 0/);
  },
);

test('a configuration file that was named must exist', () => {
  expect(() => read('', { config: 'nowhere.yaml' })).toThrow(/--config nowhere.yaml: there is no such file/);
});

test('the configuration that the README shows can be read as it stands', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const [, yaml = ''] = /```yaml\n([^`]*)```/.exec(readme) ?? [];
  expect(read(yaml)).toMatchObject({ zone: 'Europe/Berlin', deliver: { githubIssue: 'acme/metrics' } });
});
