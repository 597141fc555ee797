import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import type { Access, Guard } from './api/access/access.ts';
import { isLoopback } from './api/access/standing.ts';
import { ConfigError } from './model/errors.ts';

const name = Type.String({ minLength: 1, maxLength: 253 });

/** `address:` in `uptake.yaml`. Every key may be left out. */
export const Address = Type.Object(
  {
    host: Type.Optional(Type.String({ minLength: 1, maxLength: 253, description: 'Default 127.0.0.1' })),
    port: Type.Optional(Type.Integer({ minimum: 0, maximum: 65_535, description: 'Default 4180' })),
    names: Type.Optional(
      Type.Array(name, { description: 'Host names under which the pages are asked for, beside localhost' }),
    ),
    proxy: Type.Optional(
      Type.Object(
        {
          header: Type.String({
            pattern: '^[A-Za-z][A-Za-z0-9-]{1,60}$',
            description: 'Header in which a proxy in front tells who has logged in, such as X-Forwarded-User',
          }),
          from: Type.Optional(
            Type.Array(Type.String(), {
              minItems: 1,
              description: 'Addresses of the proxy. Default this machine.',
            }),
          ),
          editors: Type.Optional(Type.Array(name, { description: 'Who may edit, as the header names them' })),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type Address = Static<typeof Address>;

/** Shorter ones are found by trying. */
const SHORTEST = 12;

/**
 * Who may ask, by where the program listens and what guards it.
 * @param data folder in which the key that signs sessions is kept, so that they outlive a restart
 * @throws ConfigError when it would listen beyond this machine without a guard
 */
export function accessOf(
  host: string,
  { names = [], proxy }: Address,
  secret: (name: string) => string | null,
  data: string,
): Access {
  const beyond = host !== 'localhost' && !isLoopback(host);
  const password = secret('UPTAKE_PASSWORD');
  const guard = proxy === undefined ? passwordGuard(password, data) : proxyGuard(proxy);
  if (beyond && guard === null) {
    throw new ConfigError(
      'unguarded',
      `address.host is "${host}", which others can reach. Set UPTAKE_PASSWORD (at least ${SHORTEST} characters), or name the header of a proxy that logs people in as address.proxy; or leave address.host at 127.0.0.1.`,
    );
  }
  return {
    names: names.map((one) => one.toLowerCase()),
    beyond: beyond || guard !== null,
    guard,
    adminToken: secret('UPTAKE_ADMIN_TOKEN'),
  };
}

function passwordGuard(password: string | null, data: string): Guard | null {
  if (password === null) return null;
  if (password.length < SHORTEST) {
    throw new ConfigError(
      'weak-password',
      `UPTAKE_PASSWORD has ${password.length} characters; it needs ${SHORTEST} at least.`,
    );
  }
  // Another password ends all sessions.
  const sessionKey = createHmac('sha256', storedKey(data)).update(password).digest();
  return { kind: 'password', password, sessionKey };
}

function proxyGuard({
  header,
  from = ['127.0.0.1', '::1'],
  editors = [],
}: NonNullable<Address['proxy']>): Guard {
  const wrong = from.find((address) => isIP(address) === 0);
  if (wrong !== undefined) {
    throw new ConfigError('bad-configuration', `address.proxy.from is "${wrong}", which is no IP address.`);
  }
  return { kind: 'proxy', header: header.toLowerCase(), from, editors };
}

function storedKey(data: string): Uint8Array {
  const folder = join(data, 'secrets');
  const file = join(folder, 'UPTAKE_SESSION_KEY');
  try {
    if (!existsSync(file)) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    }
    chmodSync(file, 0o600);
    return readFileSync(file);
  } catch (cause) {
    throw new ConfigError('unwritable-secret', `${file} cannot be written: the key that signs sessions.`, {
      cause,
    });
  }
}
