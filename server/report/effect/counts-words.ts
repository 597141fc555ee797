import { count } from '../../words/number.ts';
import type { Effect } from './effect.ts';

/** "12 teams (8 started), 120 people, 25,410 issues, 100 weeks" */
export function countsSentence({ counts, clock }: Pick<Effect, 'counts' | 'clock'>): string {
  const { teams, started, people, items, weeks } = counts;
  return `${count(teams, 'team')} (${started} started), ${count(people, 'person', 'people')}, ${count(items, clock.noun)}, ${count(weeks, 'week')}`;
}
