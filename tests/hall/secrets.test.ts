import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { secretsOf } from '../../server/secrets.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function dataFolder(secrets: Record<string, string>): string {
  const data = temporaryFolder();
  mkdirSync(join(data, 'secrets'));
  for (const [name, text] of Object.entries(secrets)) writeFileSync(join(data, 'secrets', name), text);
  return data;
}

test('a secret comes from the environment, then from the file it names, then from the data folder', () => {
  const data = dataFolder({ GITHUB_TOKEN: 'kept\n' });
  const file = join(data, 'elsewhere');
  writeFileSync(file, '  named\n');
  const named = { GITHUB_TOKEN_FILE: file };
  expect(secretsOf({ GITHUB_TOKEN: 'given', ...named }, data)('GITHUB_TOKEN')).toBe('given');
  expect(secretsOf(named, data)('GITHUB_TOKEN')).toBe('named');
  expect(secretsOf({}, data)('GITHUB_TOKEN')).toBe('kept');
  expect(secretsOf({}, data)('JIRA_TOKEN')).toBeNull();
});

test('an empty secret is none, wherever it stands', () => {
  const data = dataFolder({ GITHUB_TOKEN: '\n' });
  expect(secretsOf({ GITHUB_TOKEN: ' ' }, data)('GITHUB_TOKEN')).toBeNull();
});

test('a secret renewed in its file is taken the next time it is asked for', () => {
  const data = dataFolder({ GITHUB_TOKEN: 'old' });
  const secret = secretsOf({}, data);
  expect(secret('GITHUB_TOKEN')).toBe('old');
  writeFileSync(join(data, 'secrets', 'GITHUB_TOKEN'), 'new');
  expect(secret('GITHUB_TOKEN')).toBe('new');
});

test('a file that is named and cannot be read is said with its name', () => {
  const data = temporaryFolder();
  const secret = secretsOf({ GITHUB_TOKEN_FILE: join(data, 'nowhere') }, data);
  expect(() => secret('GITHUB_TOKEN')).toThrow(/GITHUB_TOKEN_FILE: .*nowhere cannot be read/);
});
