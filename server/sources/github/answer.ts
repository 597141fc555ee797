import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Seen } from './client.ts';
import { isRefusal } from './failure.ts';
import { ssoUrl } from './sentences.ts';
import { dataBeside, type Symptom } from './symptom.ts';

/** A part of a query that GitHub refused, while it answered the rest. */
export type Refusal = {
  type: 'NOT_FOUND' | 'FORBIDDEN';
  path: readonly (string | number)[];
  says: string;
  /** Where the token is authorised for single sign-on, if it is that; else null. */
  authorise: string | null;
};

export type Answer = { data: unknown; refused: readonly Refusal[]; points: Points | null };

/** Every query asks for `RATE_LIMIT`; null on a server without limits. */
const Points = Type.Object({
  cost: Type.Integer(),
  limit: Type.Integer(),
  remaining: Type.Integer(),
  resetAt: Type.String(),
});
export type Points = Static<typeof Points>;

export const RATE_LIMIT = 'rateLimit { cost limit remaining resetAt }';

/** An answer out of what octokit resolved to, or out of an error beside which all else was answered; null: it is none. */
export function answerOf(
  value: unknown,
  symptom: Symptom | null,
  seen: Seen | null,
  host: string,
): Answer | null {
  const data = symptom === null ? value : dataBeside(value);
  if (typeof data !== 'object' || data === null) return null;
  const problems = symptom?.problems ?? [];
  if (symptom !== null && (problems.length === 0 || !problems.every(isRefusal))) return null;
  return {
    data,
    refused: problems.map(({ type, path = [], message, extensions }) => ({
      type: type === 'NOT_FOUND' ? 'NOT_FOUND' : 'FORBIDDEN',
      path,
      says: message,
      authorise: extensions?.saml_failure === true ? ssoUrl(seen?.headers ?? {}, host) : null,
    })),
    points: pointsIn(data),
  };
}

function pointsIn(data: object): Points | null {
  const points: unknown = 'rateLimit' in data ? data.rateLimit : null;
  return Value.Check(Points, points) ? points : null;
}
