import { SourceError } from '../../net/source-error.ts';

// What a person is told when Jira cannot be read: what, where, what to do. No text holds a token.

/** Where was asked: the configured address, its host, and whether by a token alone. */
export type Place = { url: string; host: string; bearer: boolean };

export function unreachable(code: string, { url, host }: Place): SourceError {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new SourceError(
      'host-not-found',
      `The name ${host} could not be resolved (${code}). Check JIRA_URL and this machine's network.`,
    );
  if (code === 'TIMEOUT')
    return new SourceError(
      'no-answer',
      `${url} did not answer within the time limit. Check this machine's network; the next run carries on.`,
    );
  return new SourceError(
    'no-answer',
    `${url} could not be reached (${code || 'the connection ended'}). Check JIRA_URL and this machine's network; the next run carries on.`,
  );
}

export function certificate(code: string, { host }: Place): SourceError {
  return new SourceError(
    'bad-certificate',
    `The certificate of ${host} is not trusted (${code}). If your company signs its own, put its certificate into a file and set NODE_EXTRA_CA_CERTS to it.`,
  );
}

export function wrongUrl(what: string, { url }: Place): SourceError {
  return new SourceError(
    'wrong-url',
    `${url} is not the address of a Jira: ${what}. JIRA_URL is as in the browser, such as https://acme.atlassian.net, with the path of a Data Center if it has one, such as https://example.com/jira.`,
  );
}

export function proxyPage(says: string, { url }: Place): SourceError {
  return new SourceError(
    'proxy-page',
    `Instead of Jira a web page answered at ${url}${quoted(says)}: a proxy or a sign-in stands between. Let this machine reach that address, or set HTTPS_PROXY and NODE_USE_ENV_PROXY=1.`,
  );
}

export function badToken(says: string, { host, bearer }: Place): SourceError {
  const remedy = bearer
    ? 'Make a new personal access token and set JIRA_BEARER; on Jira Cloud set JIRA_EMAIL and JIRA_TOKEN instead.'
    : 'Make a new token, set JIRA_TOKEN, and JIRA_EMAIL to the e-mail of its account. A token with scopes is asked for at https://api.atlassian.com/ex/jira/CLOUD-ID: set JIRA_URL to that.';
  return new SourceError(
    'bad-token',
    `${host} does not accept the token${quoted(says)}: wrong, expired or revoked. ${remedy}`,
  );
}

export function captcha({ host }: Place): SourceError {
  return new SourceError(
    'captcha',
    `${host} asks this account for a CAPTCHA, after too many failed sign-ins. Sign in once in a browser, then run again with the right token.`,
  );
}

export function forbidden(says: string, { host }: Place): SourceError {
  return new SourceError(
    'forbidden',
    `${host} forbids this${quoted(says)}. Give the token's account the right to browse the projects, and a token with scopes read:jira-work and read:jira-user.`,
  );
}

export function notFound(says: string, { host }: Place): SourceError {
  return new SourceError('not-found', `${host} knows nothing of this${quoted(says)}.`);
}

export function gone(says: string, { host }: Place): SourceError {
  return new SourceError(
    'gone',
    `${host} no longer offers what this program asks for${quoted(says)}. Update Uptake; what was read stays.`,
  );
}

export function refused(says: string, { host }: Place): SourceError {
  return new SourceError('refused-query', `${host} refuses a query${quoted(says)}.`);
}

export function unanswered(says: string, { host }: Place): SourceError {
  return new SourceError(
    'unanswered',
    `${host} could not answer, several times in a row${quoted(says.trim())}. See its status page; the next run carries on.`,
  );
}

export function unexpected(what: string, host: string): SourceError {
  return new SourceError(
    'unexpected-answer',
    `${host} answered something unexpected: ${what}. If it is a Data Center, its version may be too old.`,
  );
}

function quoted(says: string): string {
  return says === '' ? '' : ` ("${says}")`;
}
