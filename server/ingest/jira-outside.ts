import { SourceError } from '../net/source-error.ts';
import type { JiraSourceConfig } from '../sources/jira/config.ts';
import type { JiraOutside } from '../sources/jira/reading.ts';
import { outsideAddress } from './outside-address.ts';
import type { World } from './sources.ts';

/** Where people look at a site; its API stands beside these. */
const PAGES = /\/+(browse|jira|secure|projects|issues|rest)(\/.*)?$/;

/**
 * Where Jira is and who asks it. An account's token goes before a token alone: who sets both names the account on purpose.
 * @throws SourceError `no-address`, `no-credentials`, `bad-address`
 */
export function jiraOutside(
  { site, address }: Pick<JiraSourceConfig, 'site' | 'address'>,
  world: World,
): JiraOutside {
  const name = (what: string) => `JIRA_${site === undefined ? '' : `${site}_`}${what}`;
  return {
    url: addressOf(name('URL'), world, address),
    auth: credentials(name, world),
    fetch: world.fetch,
    now: world.now,
    wait: world.wait,
  };
}

function addressOf(name: string, { env }: World, configured: string | undefined): string {
  const given = env[name] || configured;
  if (!given) {
    throw new SourceError(
      'no-address',
      `Jira needs an address: set ${name} to that of your site, such as https://acme.atlassian.net.`,
    );
  }
  const url = new URL(
    outsideAddress(name, given, 'It is as in the browser, such as https://acme.atlassian.net.'),
  );
  const isCloud = url.hostname.endsWith('.atlassian.net');
  return `${url.origin}${(isCloud ? url.pathname.replace(PAGES, '') : url.pathname).replace(/\/+$/, '')}`;
}

function credentials(name: (what: string) => string, { secret }: World): JiraOutside['auth'] {
  const [email, token, bearer] = [secret(name('EMAIL')), secret(name('TOKEN')), secret(name('BEARER'))];
  if (email !== null && token !== null) return { email, token };
  if (bearer !== null) return { bearer };
  throw new SourceError('no-credentials', missing(email, token, name));
}

function missing(email: string | null, token: string | null, name: (what: string) => string): string {
  if (token !== null)
    return `${name('TOKEN')} is set, but ${name('EMAIL')}, the e-mail of its account, is not. A personal access token of a Data Center belongs into ${name('BEARER')}.`;
  if (email !== null)
    return `${name('EMAIL')} is set, but ${name('TOKEN')} (or ${name('TOKEN')}_FILE) is not.`;
  return `Jira needs a token: set ${name('EMAIL')} and ${name('TOKEN')} (or ${name('TOKEN')}_FILE) for Jira Cloud, or ${name('BEARER')} for a Data Center.`;
}
