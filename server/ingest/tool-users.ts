import { type Identity, loginIdentity } from '../model/identity.ts';
import type { Seat, ToolDay, ToolUser } from '../model/tool-usage.ts';
import { emailIdentity } from '../people/identity-key.ts';
import type { KnownSeat, KnownToolDay } from '../store/usage-rows.ts';

/** Days by who is meant: a vendor that tells of one person twice, by terminal or in two spellings, tells of one day of theirs. */
export function knownDays(days: readonly ToolDay[]): KnownToolDay[] {
  const found = new Map<string, KnownToolDay>();
  for (const { user, ...day } of days) {
    const identity = identityOf(user);
    if (identity === null) continue;
    const key = `${day.day}\n${day.tool}\n${identity}`;
    const before = found.get(key);
    found.set(key, before === undefined ? { ...day, identity } : together(before, day));
  }
  return [...found.values()];
}

/** The earliest of several seats of one person. */
export function knownSeats(seats: readonly Seat[]): KnownSeat[] {
  const found = new Map<string, KnownSeat>();
  for (const { user, ...seat } of seats) {
    const identity = identityOf(user);
    if (identity === null) continue;
    const key = `${seat.tool}\n${identity}`;
    const before = found.get(key);
    if (before === undefined || (seat.since ?? Infinity) < (before.since ?? Infinity))
      found.set(key, { ...seat, identity });
  }
  return [...found.values()];
}

function together(one: KnownToolDay, other: Omit<ToolDay, 'user'>): KnownToolDay {
  const sum = (a: number | null, b: number | null) => (a === null ? b : a + (b ?? 0));
  return {
    ...one,
    active: one.active || other.active,
    sessions: sum(one.sessions, other.sessions),
    requests: sum(one.requests, other.requests),
    suggestedLines: sum(one.suggestedLines, other.suggestedLines),
    acceptedLines: sum(one.acceptedLines, other.acceptedLines),
  };
}

function identityOf(user: ToolUser): Identity | null {
  if ('login' in user) return loginIdentity(user.host, user.login);
  return 'email' in user ? emailIdentity(user.email) : `key:${user.key}`;
}
