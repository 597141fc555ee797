import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from './model/errors.ts';

/**
 * Secrets under the vendors' own names: NAME in the environment, else the file that NAME_FILE names, else DATA/secrets/NAME.
 * Read when they are asked for, so that a token renewed in its file is taken by the next run.
 * @throws ConfigError when NAME_FILE names a file that cannot be read
 */
export function secretsOf(
  env: Readonly<Record<string, string | undefined>>,
  data: string,
): (name: string) => string | null {
  return (name) => {
    const given = env[name]?.trim();
    if (given) return given;
    const named = env[`${name}_FILE`];
    if (named) return contents(resolve(named), `${name}_FILE`);
    const kept = secretFile(data, name);
    return existsSync(kept) ? contents(kept, `The secret ${name}`) : null;
  };
}

function contents(file: string, what: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (cause) {
    throw new ConfigError(
      'unreadable-secret',
      `${what}: ${file} cannot be read. Check that it exists and that this account may read it.`,
      { cause },
    );
  }
}

/** Where a secret comes from: from outside the data folder, from a file in it, or from nowhere. */
export type SecretPlace = 'environment' | 'kept' | 'missing';

export function secretPlace(
  env: Readonly<Record<string, string | undefined>>,
  data: string,
  name: string,
): SecretPlace {
  if (env[name]?.trim() || env[`${name}_FILE`]) return 'environment';
  return secretsOf({}, data)(name) === null ? 'missing' : 'kept';
}

/** The file that keeps a secret in the data folder. */
export function secretFile(data: string, name: string): string {
  return join(data, 'secrets', name);
}
