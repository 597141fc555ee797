import { createPrivateKey } from 'node:crypto';
import { Type } from 'typebox';
import { SourceError } from '../../net/source-error.ts';
import { asker } from './asker.ts';
import { githubClient } from './client.ts';
import type { GithubSourceConfig } from './config.ts';
import { type GithubOutside, hostOf } from './outside.ts';
import { reader } from './payload.ts';

const AT_ONCE = 100;

const readInstallations = reader(
  Type.Array(Type.Object({ id: Type.Integer(), account: Type.Object({ login: Type.String() }) })),
);

/**
 * Where an App is installed for what is to be read, when it is not said: its installation for the owner. Undefined for a token.
 * Throws SourceError `bad-private-key`, `not-installed`, `bad-token`.
 */
export async function appInstallation(
  { owner, repositories = [] }: GithubSourceConfig,
  outside: GithubOutside,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { auth, apiUrl } = outside;
  if ('token' in auth) return undefined;
  assertUsable(auth.privateKey);
  if (auth.installationId !== undefined) return auth.installationId;
  const host = hostOf(apiUrl);
  const wanted = owner ?? repositories[0]?.split('/')[0] ?? '';
  const asking = asker({
    ...{ client: githubClient(outside), outside, signal, minutes: 0, maximumRequests: 100 },
    place: { apiUrl, host, app: true },
    soFar: () => 'nothing read',
  });
  for (let page = 1; ; page++) {
    const found = readInstallations(
      await asking.rest('GET /app/installations', { per_page: AT_ONCE, page }),
      host,
    );
    const own = found.find(({ account }) => account.login.toLowerCase() === wanted.toLowerCase());
    if (own !== undefined) return String(own.id);
    if (found.length === AT_ONCE) continue;
    throw new SourceError(
      'not-installed',
      `The GitHub App ${auth.appId} is not installed for "${wanted}" on ${host}. Install it there, or set GITHUB_APP_INSTALLATION_ID.`,
    );
  }
}

/** A key that is none would fail in the middle of the first request, with a message about decoders. */
function assertUsable(privateKey: string): void {
  if (keyTypeOf(privateKey) === 'rsa') return;
  throw new SourceError(
    'bad-private-key',
    'GITHUB_APP_PRIVATE_KEY is no private key of a GitHub App. It is the whole text of the .pem file, its first and last line included.',
  );
}

function keyTypeOf(privateKey: string): string | undefined {
  try {
    return createPrivateKey(privateKey).asymmetricKeyType;
  } catch {
    return undefined;
  }
}
