import type { Instant } from '../../model/instant.ts';
import type { Chance } from './chance.ts';
import { isAway } from './effect.ts';
import type { Organisation } from './organisation.ts';
import { type Person, teamIn, weekOf } from './people.ts';

/** Reviews by somebody of the next team instead of one's own. */
const ELSEWHERE = 0.1;
const TRIES = 8;

/** Who is asked for a review: somebody of the team who is there this week, but not `author`; null when nobody is found. */
export function reviewerFor(
  organisation: Organisation,
  { team, author, at }: { team: number; author: Person; at: Instant },
  draws: Chance,
): Person | null {
  const week = weekOf(at);
  const { first, members, teams } = organisation;
  const asked = draws.yes(ELSEWHERE) ? [1, 0, 2] : [0, 1, 2];
  for (const step of asked) {
    const there = (team + step) % teams.length;
    const candidates = members[there] ?? [];
    for (let tries = 0; tries < TRIES; tries++) {
      const found = candidates[draws.below(candidates.length)];
      if (found === undefined || found === author) continue;
      if (teamIn(found, week) === there && !isAway(found.seed, first, week)) return found;
    }
  }
  return null;
}
