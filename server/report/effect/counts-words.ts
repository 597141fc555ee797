import { count } from '../../words/number.ts';
import type { Effect } from './effect.ts';

/** "12 teams (8 started), 120 people, 25,410 issues, 100 weeks" */
export function countsSentence({ counts, clock }: Pick<Effect, 'counts' | 'clock'>): string {
  const { teams, started, people, items, weeks } = counts;
  // Where no start has been followed yet, none is told: teams may have begun all the same.
  const begun = started === 0 ? '' : ` (${started} started)`;
  return `${count(teams, 'team')}${begun}, ${count(people, 'person', 'people')}, ${count(items, clock.noun)}, ${count(weeks, 'week')}`;
}
