import { type Answer, html, json } from './answer.ts';
import type { Deployment } from './field.ts';

/** Cloud: `email` and an API token. Data Center: a personal access token, or a user name and a password. */
export type FakeSecrets = { email: string; token: string };

const WRONG_LOGINS_BEFORE_CAPTCHA = 3;

/** Who is asking: the token's owner, nobody, or somebody who is turned away at once. */
export type Asker = { anonymous: boolean; headers: Record<string, string> } | { refused: Answer };

/** Who may ask. */
export class Credentials {
  /** A test may put others in their place. */
  secrets: FakeSecrets;
  readonly #deployment: Deployment;
  #wrongLogins = 0;

  constructor(secrets: FakeSecrets, deployment: Deployment) {
    this.secrets = secrets;
    this.#deployment = deployment;
  }

  /** Somebody has solved the riddle on the login page. */
  solveCaptcha(): void {
    this.#wrongLogins = 0;
  }

  /** `gateway`: asked through api.atlassian.com, which takes bearer tokens too. `revoked`: no secret is right any more. */
  asker(
    header: string | undefined,
    base: string,
    { gateway, revoked }: { gateway: boolean; revoked: boolean },
  ): Asker {
    const { email, token } = this.secrets;
    const [, scheme = '', given = ''] = /^(\w+) +(\S+)$/.exec(header ?? '') ?? [];
    const basic = scheme.toLowerCase() === 'basic';
    const bearer = scheme.toLowerCase() === 'bearer';
    const right =
      !revoked &&
      ((basic && Buffer.from(given, 'base64').toString() === `${email}:${token}`) ||
        (bearer && given === token));
    if (this.#deployment === 'Cloud') return cloudAsker({ header, right, bearer, gateway });
    return this.#serverAsker({ header, right, basic, base });
  }

  #serverAsker({
    header,
    right,
    basic,
    base,
  }: {
    header: string | undefined;
    right: boolean;
    basic: boolean;
    base: string;
  }): Asker {
    if (header === undefined) return { anonymous: true, headers: {} };
    if (basic && this.#wrongLogins >= WRONG_LOGINS_BEFORE_CAPTCHA) return { refused: captcha(base) };
    if (right)
      return { anonymous: false, headers: { 'x-seraph-loginreason': 'OK', 'x-ausername': 'reader' } };
    if (basic) this.#wrongLogins += 1;
    return { refused: unauthorized(base) };
  }
}

type CloudAsked = { header: string | undefined; right: boolean; bearer: boolean; gateway: boolean };

/**
 * Cloud does not turn a wrong API token away: it answers as to nobody, which for most calls is 200 with nothing in it, and tells
 * of it in a header.
 */
function cloudAsker({ header, right, bearer, gateway }: CloudAsked): Asker {
  if (gateway && !right) return { refused: json(401, { code: 401, message: 'Unauthorized' }) };
  if (bearer && !gateway)
    return { refused: json(403, { error: 'Failed to parse Connect Session Auth Token' }) };
  if (right) return { anonymous: false, headers: { 'x-aaccountid': '712020%3Areader' } };
  return {
    anonymous: true,
    headers: header === undefined ? {} : { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' },
  };
}

/** A login that Data Center does not know. */
export function unauthorized(base: string): Answer {
  return html(401, 'Unauthorized (401)', {
    'x-seraph-loginreason': 'AUTHENTICATED_FAILED',
    'www-authenticate': `OAuth realm="${encodeURIComponent(base)}"`,
  });
}

/** After too many of them it looks at no password until somebody has solved a riddle on the login page. */
export function captcha(base: string): Answer {
  return html(403, 'Forbidden (403)', {
    'x-seraph-loginreason': 'AUTHENTICATION_DENIED',
    'x-authentication-denied-reason': `CAPTCHA_CHALLENGE; login-url=${base}/login.jsp`,
    'www-authenticate': `OAuth realm="${encodeURIComponent(base)}"`,
  });
}
