import { SourceError } from '../net/source-error.ts';
import type { GithubOutside } from '../sources/github/reading.ts';
import { outsideAddress } from './outside-address.ts';
import type { World } from './sources.ts';

const GITHUB = 'https://api.github.com';

/**
 * Where GitHub is and who asks it. The environment goes before the configuration. An App's credentials go before a token: who sets them up means them.
 * @throws SourceError `no-credentials`, `bad-address`
 */
export function githubOutside(world: World, configured: { address?: string } = {}): GithubOutside {
  return {
    apiUrl: githubAddress(world, configured),
    auth: credentials(world),
    fetch: world.fetch,
    now: world.now,
    wait: world.wait,
  };
}

/** @throws SourceError `bad-address` */
export function githubAddress({ env }: World, { address }: { address?: string }): string {
  return outsideAddress(
    'GITHUB_API_URL',
    env.GITHUB_API_URL || address || GITHUB,
    'For GitHub Enterprise Server it is https://HOST/api/v3; leave it out for github.com.',
  );
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
