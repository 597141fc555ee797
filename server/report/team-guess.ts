import type { Setup } from '../contract/setup.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import type { Held } from './live.ts';
import { askedRepositories } from './repositories.ts';
import { spanOf } from './span.ts';
import { FEWEST } from './too-close.ts';

/** So much of what somebody opened has to be in one repository for that to be their place. */
const MAIN = 0.5;
const WEEKS = 26;

const WARNING =
  'A guess by who works where. It does not know who sits together: people who work in many repositories stand in none of these. A list of who is in which team is better, where there is one.';
const RULE = `People in no team who opened at least half of their pull requests of the last ${WEEKS} weeks in one repository belong together there, where there are ${FEWEST} of them at least.`;

/** Teams of those who are in none, as their work suggests them; nobody is named, and no group is told of fewer than five people. */
export function teamGuess(held: Held): Setup['teamGuess'] {
  const work = workOf(held);
  const places = new Map<number, { opened: number; of: number; people: number }>();
  for (const byRepository of work.values()) {
    const all = [...byRepository.values()].reduce((sum, one) => sum + one, 0);
    const main = [...byRepository].find(([, opened]) => opened >= MAIN * all);
    if (main === undefined) continue;
    const place = places.get(main[0]) ?? { opened: 0, of: 0, people: 0 };
    places.set(main[0], { opened: place.opened + main[1], of: place.of + all, people: place.people + 1 });
  }
  const names = new Map(held.freshness.map(({ repositoryId, name }) => [repositoryId, name]));
  const teams = [...places].flatMap(([repository, { opened, of, people }]) => {
    const name = names.get(held.snapshot.repositories.values[repository] ?? '');
    if (name === undefined || people < FEWEST) return [];
    // To tenths: closer would begin to tell of one person.
    const share = Math.round((opened / of) * 10) * 10;
    const evidence = `${FEWEST} people or more do most of their work there: about ${share} % of their pull requests of the last ${WEEKS} weeks.`;
    return [{ name: name.slice(name.lastIndexOf('/') + 1), repository: name, evidence }];
  });
  const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, 'en');
  return { warning: WARNING, rule: RULE, teams: teams.sort(byName) };
}

/** How many pull requests each person whom no team places opened in each repository. */
function workOf(held: Held): Map<number, Map<number, number>> {
  const span = spanOf(held, askedRepositories(held, null), { window: '26w', from: null, to: null });
  const found = new Map<number, Map<number, number>>();
  if (span === null) return found;
  const inNone = held.snapshot.teamSets.values.indexOf('[]');
  for (const { week, person, teamSet, leftOut, openedAt, repository, size } of held.snapshot.chunks) {
    if (week < span.from || week > span.to) continue;
    for (let row = 0; row < size; row++) {
      const who = person[row] ?? UNKNOWN;
      const counts = leftOut[row] === 0 && openedAt[row] !== UNKNOWN && teamSet[row] === inNone;
      if (who === UNKNOWN || !counts) continue;
      const place = repository[row] ?? 0;
      const places = found.get(who) ?? new Map<number, number>();
      found.set(who, places.set(place, (places.get(place) ?? 0) + 1));
    }
  }
  return found;
}
