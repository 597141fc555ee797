import type { Note } from '../../model/note.ts';
import type { Rollout } from '../../model/rollout.ts';
import { count } from '../../words/number.ts';

/** A note, or a start that a rollout states: nobody writes it here, and nobody can take it off but by stating the start anew. */
export type ToldNote = Omit<Note, 'kind' | 'by'> & {
  readonly kind: Note['kind'] | 'start';
  readonly by: Note['by'] | 'rollout';
};

type Stated = Pick<ToldNote, 'teamId' | 'day' | 'text'>;

/**
 * The starts that an axis bears: of the teams asked for each its own, and of all together the first one and of how many teams, since
 * what all teams do together changes little by little from then on. Ids are below zero, where no note has one.
 */
export function startNotes(rollouts: readonly Rollout[], teams: readonly string[]): ToldNote[] {
  const stated = rollouts.flatMap(({ name, starts }): Stated[] => {
    const dated = starts.flatMap(({ teamId, day }) => (day === null ? [] : [{ teamId, day }]));
    if (teams.length > 0) {
      return dated
        .filter(({ teamId }) => teams.includes(teamId))
        .map(({ teamId, day }) => ({ teamId, day, text: name }));
    }
    const [first] = dated.map(({ day }) => day).sort();
    if (first === undefined) return [];
    const many = dated.filter(({ day }) => day === first).length;
    return [{ teamId: null, day: first, text: `${name}, ${ofAll(many, dated.length)}` }];
  });
  return stated.map((start, place) => ({
    ...start,
    id: -1 - place,
    until: null,
    kind: 'start',
    by: 'rollout',
  }));
}

/** "the first of 8 teams", "the first 3 of 8 teams", "all 8 teams" */
function ofAll(many: number, all: number): string {
  if (many === all) return all === 1 ? 'one team' : `all ${count(all, 'team')}`;
  return many === 1 ? `the first of ${count(all, 'team')}` : `the first ${many} of ${count(all, 'team')}`;
}
