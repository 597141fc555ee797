import { Type } from 'typebox';
import { MINUTE } from '../../model/instant.ts';
import { appInstallation } from './app-installation.ts';
import { asker } from './asker.ts';
import { githubClient } from './client.ts';
import { type GithubOutside, hostOf } from './outside.ts';
import { reader } from './payload.ts';

const readToken = reader(Type.Object({ token: Type.String(), expires_at: Type.String() }));

/** Before a token ends it is replaced, so that no request carries one that ends on its way. */
const EARLY = 5 * MINUTE;

/**
 * Tokens of an App's installation for an owner, for whoever asks GitHub by another way than this source: each is good for an hour,
 * and the next one is fetched when it is wanted. Throws SourceError as `appInstallation` does, and for what GitHub refuses.
 */
export function installationToken(
  owner: string,
  outside: GithubOutside,
): (signal: AbortSignal) => Promise<string> {
  const { apiUrl, now } = outside;
  const host = hostOf(apiUrl);
  let held: { token: string; until: number } | null = null;
  return async (signal) => {
    if (held !== null && now() < held.until) return held.token;
    const id = await appInstallation({ owner }, outside, signal);
    const asking = asker({
      ...{ client: githubClient(outside, id), outside, signal, minutes: 0, maximumRequests: 10 },
      place: { apiUrl, host, app: true },
      soFar: () => 'nothing read',
    });
    const route = 'POST /app/installations/{installation_id}/access_tokens';
    const { token, expires_at: ends } = readToken(await asking.rest(route, { installation_id: id }), host);
    held = { token, until: Date.parse(ends) - EARLY };
    return token;
  };
}
