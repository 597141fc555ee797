import { verify } from 'node:crypto';

/** A GitHub App that the fake knows: the public half of its key is all that is needed to check what it signs. */
export type FakeApp = {
  id: number;
  slug: string;
  publicKey: string;
  /** Where it is installed. */
  installations: { id: number; account: string }[];
};

type Installed = { token: string; expiresAt: number };

const HOUR = 3_600_000;

/** Who may ask: a personal token, and the tokens that were given to installations of an app. */
export class Credentials {
  /** The personal token; a test may put another in its place. */
  token: string;
  readonly #app: FakeApp | null;
  readonly #now: () => number;
  #installed: Installed[] = [];

  constructor(token: string, app: FakeApp | null, now: () => number) {
    this.token = token;
    this.#app = app;
    this.#now = now;
  }

  get app(): FakeApp | null {
    return this.#app;
  }

  /** Who an `Authorization` header is from; null: nobody known. */
  holder(header: string | undefined): 'person' | 'installation' | null {
    const given = secretIn(header);
    if (given === this.token) return 'person';
    const installed = this.#installed.find(({ token }) => token === given);
    return installed !== undefined && installed.expiresAt > this.#now() ? 'installation' : null;
  }

  /** A token for an hour. */
  grant(installationId: number): { token: string; expiresAt: string } {
    const token = `ghs_${installationId}_${this.#installed.length + 1}`;
    const expiresAt = this.#now() + HOUR;
    this.#installed.push({ token, expiresAt });
    return { token, expiresAt: new Date(expiresAt).toISOString() };
  }

  /** The tokens given to installations so far are no longer known. */
  revokeInstallations(): void {
    this.#installed = [];
  }

  /** Why a header is no signature of the app; null: it is one. The sentences are GitHub's. */
  reasonAgainstApp(header: string | undefined): string | null {
    const [head = '', claims = '', signature = ''] = secretIn(header).split('.');
    const app = this.#app;
    if (app === null || signature === '') return 'A JSON web token could not be decoded';
    const { alg } = decoded(head);
    const sound =
      alg === 'RS256' &&
      verify(
        'RSA-SHA256',
        Buffer.from(`${head}.${claims}`),
        app.publicKey,
        Buffer.from(signature, 'base64url'),
      );
    if (!sound) return 'A JSON web token could not be decoded';
    const { iss, iat, exp } = decoded(claims);
    if (String(iss) !== String(app.id)) return "'Issuer' claim ('iss') must be an Integer";
    const now = this.#now() / 1000;
    if (typeof iat !== 'number' || iat > now + 1)
      return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
    if (typeof exp !== 'number' || exp <= now)
      return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
    if (exp > now + 600) return "'Expiration time' claim ('exp') is too far in the future";
    return null;
  }
}

function secretIn(header: string | undefined): string {
  return header?.replace(/^(token|bearer) /i, '') ?? '';
}

function decoded(part: string): Record<string, unknown> {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
