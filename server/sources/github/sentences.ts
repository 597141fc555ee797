import { SourceError } from '../../net/source-error.ts';
import type { Place } from './failure.ts';

// What a person is told when GitHub cannot be read: what, where, what to do. No text holds a token.

type At = Pick<Place, 'host'>;
type Headers = Readonly<Record<string, string>>;

export function unreachable(code: string, says: string, { apiUrl, host }: Place): SourceError {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new SourceError(
      'host-not-found',
      `The name ${host} could not be resolved (${code}). Check GITHUB_API_URL and this machine's network.`,
    );
  if (code === 'TIMEOUT')
    return new SourceError(
      'no-answer',
      `${apiUrl} did not answer within the time limit. Check this machine's network; the next run carries on.`,
    );
  return new SourceError(
    'no-answer',
    `${apiUrl} could not be reached (${code || says || 'the connection ended'}). Check GITHUB_API_URL and this machine's network; the next run carries on.`,
  );
}

export function certificate(code: string, { host }: At): SourceError {
  return new SourceError(
    'bad-certificate',
    `The certificate of ${host} is not trusted (${code}). If your company signs its own, put its certificate into a file and set NODE_EXTRA_CA_CERTS to it.`,
  );
}

export function wrongUrl(what: string, { apiUrl }: Place): SourceError {
  return new SourceError(
    'wrong-url',
    `${apiUrl} is not the address of GitHub's API: ${what}. Leave GITHUB_API_URL out for github.com; for GitHub Enterprise Server it is https://HOST/api/v3.`,
  );
}

export function notGithub({ apiUrl }: Place): SourceError {
  return new SourceError(
    'wrong-url',
    `${apiUrl} answers, but not as GitHub's API does. Check GITHUB_API_URL.`,
  );
}

export function proxyPage(says: string, { apiUrl }: Place): SourceError {
  return new SourceError(
    'proxy-page',
    `Instead of GitHub's API a web page answered at ${apiUrl}${quoted(says)}: a proxy or a sign-in stands between. Let this machine reach that address, or set HTTPS_PROXY and NODE_USE_ENV_PROXY=1.`,
  );
}

/** GitHub names the day on which a token expires beside every answer that accepts it, so a dead one is not told apart. */
export function badToken(says: string, { host, app }: Place): SourceError {
  const remedy = app
    ? "Check GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY, and this machine's clock."
    : 'Make a new token and set GITHUB_TOKEN.';
  return new SourceError(
    'bad-token',
    `${host} does not accept the ${app ? "App's credentials" : 'token'}${quoted(says)}: wrong, expired or revoked. ${remedy}`,
  );
}

/** `url` is where the token is authorised. */
export function ssoRequired(url: string): SourceError {
  return new SourceError(
    'sso-required',
    `The organisation wants single sign-on, and the token is not authorised for it. Authorise it at ${url}, then run again.`,
  );
}

/** Where a token is authorised; GitHub names it beside the refusal, but not always. */
export function ssoUrl(headers: Headers, host: string): string {
  return /url=(\S+)/.exec(headers['x-github-sso'] ?? '')?.[1] ?? `https://${host}/settings/tokens`;
}

export function missingScope(says: string, { host }: At): SourceError {
  const needed = /requires one of the following scopes: \[([^\]]*)\]/.exec(says)?.[1]?.replaceAll("'", '');
  return new SourceError(
    'missing-scope',
    `The token lacks a scope that ${host} asks for: ${needed ?? says}. Add it to the token (repo and read:org are enough for everything).`,
  );
}

export function forbidden(says: string, { host }: At): SourceError {
  return new SourceError(
    'forbidden',
    `${host} forbids this${quoted(says)}. Give the token the right to read it, or leave it out.`,
  );
}

export function notFound(says: string, { host }: At): SourceError {
  return new SourceError('not-found', `${host} knows nothing of this${quoted(says)}.`);
}

export function refusedQuery(says: string, { host }: At): SourceError {
  return new SourceError(
    'refused-query',
    `${host} refuses a query${quoted(says)}. On GitHub Enterprise Server check that its version is still supported.`,
  );
}

export function unanswered(says: string, { host }: At): SourceError {
  return new SourceError(
    'unanswered',
    `${host} could not answer, several times in a row${quoted(says.trim())}. See its status page; the next run carries on.`,
  );
}

export function unexpected(what: string, host: string): SourceError {
  return new SourceError(
    'unexpected-answer',
    `${host} answered something unexpected: ${what}. If it is a GitHub Enterprise Server, its version may be too old.`,
  );
}

function quoted(says: string): string {
  return says === '' ? '' : ` ("${says}")`;
}
