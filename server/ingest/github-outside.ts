import { SourceError } from '../net/source-error.ts';
import type { GithubOutside } from '../sources/github/reading.ts';
import type { World } from './sources.ts';

const GITHUB = 'https://api.github.com';
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Where GitHub is and who asks it. An App's credentials go before a token: who sets them up means them.
 * @throws SourceError `no-credentials`, `bad-address`
 */
export function githubOutside(world: World): GithubOutside {
  return {
    apiUrl: apiUrl(world.env.GITHUB_API_URL || GITHUB),
    auth: credentials(world),
    fetch: world.fetch,
    now: world.now,
    wait: world.wait,
  };
}

function apiUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new SourceError(
      'bad-address',
      `GITHUB_API_URL is "${given}", which is no address. For GitHub Enterprise Server it is https://HOST/api/v3; leave it out for github.com.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new SourceError(
      'bad-address',
      'GITHUB_API_URL holds a name or a password. Leave them out: the token comes from GITHUB_TOKEN.',
    );
  }
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    throw new SourceError(
      'bad-address',
      `GITHUB_API_URL is "${given}": without https the token could be read on its way. Use https.`,
    );
  }
  return given.replace(/\/+$/, '');
}

function credentials({ secret }: World): GithubOutside['auth'] {
  const appId = secret('GITHUB_APP_ID');
  const privateKey = secret('GITHUB_APP_PRIVATE_KEY');
  const installationId = secret('GITHUB_APP_INSTALLATION_ID');
  if (appId !== null && privateKey !== null) {
    // A key kept in one line of an environment has its line ends written out.
    const key = privateKey.replaceAll('\\n', '\n');
    return { appId, privateKey: key, ...(installationId === null ? {} : { installationId }) };
  }
  const token = secret('GITHUB_TOKEN');
  if (token !== null) return { token };
  throw new SourceError(
    'no-credentials',
    appId === null
      ? 'GitHub needs a token: set GITHUB_TOKEN (or GITHUB_TOKEN_FILE), or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY of a GitHub App.'
      : 'GITHUB_APP_ID is set, but GITHUB_APP_PRIVATE_KEY (or GITHUB_APP_PRIVATE_KEY_FILE) is not.',
  );
}
