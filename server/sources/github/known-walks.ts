import type { ReadingStep, WalkStep } from '../../model/rows.ts';
import type { Cursor } from './cursor.ts';
import { fewWalk } from './few-walk.ts';
import { planFor } from './known-plan.ts';
import { longWalk } from './long-walk.ts';
import { LOOKED_AT, newestOf } from './newest.ts';
import { pageSize } from './page-size.ts';
import type { Run } from './run.ts';
import type { InScope } from './scope.ts';
import { changesOrNone, nextGroup } from './together.ts';

export type Known = { of: InScope; cursor: Cursor };

/** Makes a walk of its steps. */
export type MakeWalk = (of: InScope, steps: AsyncIterable<WalkStep>) => ReadingStep;

/** Repositories that were read to their end before: one request for 50 tells in which of them something has changed. */
export async function* knownWalks(
  known: readonly Known[],
  walk: MakeWalk,
  run: Run,
): AsyncGenerator<ReadingStep, void> {
  // What GitHub could bear of one repository before, it may bear of several; if not, the size halves.
  const sizes = known.map(({ cursor }) => cursor.size);
  if (sizes.length > 0) run.sizes.together = pageSize(Math.max(...sizes));
  for (let from = 0; from < known.length; from += LOOKED_AT) {
    const some = known.slice(from, from + LOOKED_AT);
    const at = run.asker.date();
    const newest = await newestOf(
      some.map(({ of }) => of),
      run,
    );
    const plans = newest.flatMap((one, n) => {
      const cursor = some[n]?.cursor;
      return cursor === undefined ? [] : [planFor(one, cursor, run.host)];
    });
    for (const plan of plans)
      if (plan.kind === 'lost') yield { lost: { repositoryId: plan.of.repository.id, why: plan.why } };
    let left = plans.filter((plan) => plan.kind === 'few');
    while (left.length > 0) {
      const { group, rest } = nextGroup(left);
      const changes = await changesOrNone(group, run);
      for (const plan of group) yield walk(plan.of, fewWalk(plan, changes, at, run));
      left = rest;
    }
    for (const plan of plans)
      if (plan.kind === 'pages') yield walk(plan.of, longWalk(plan.of, plan.cursor, null, run));
  }
}
