import type { WalkStep } from '../../model/rows.ts';
import { completed } from './completed.ts';
import { pageSize } from './page-size.ts';
import { pullRequestRows } from './pull-request-rows.ts';
import { pullRequestsByIds } from './pull-requests.ts';
import { gapsAfter, type Walking } from './walking.ts';

/**
 * Pull requests on which GitHub has failed are asked for once more: what was too much then may do today, and if one is too much
 * as a whole, some of it is better than nothing.
 */
export async function* unreadWalk({ of, going, resumable, run }: Walking): AsyncGenerator<WalkStep, void> {
  for (const target of going.gaps.unread) {
    const once = { whole: false, size: pageSize(1, 1), tries: 1 };
    for await (const [fetched] of pullRequestsByIds([target], once, run)) {
      if (fetched?.found === undefined) continue;
      const [whole] = fetched.found === null ? [] : await completed([target], run);
      const best = whole?.found ? whole : fetched;
      going.gaps = gapsAfter(going.gaps, [best]);
      const towards = resumable ? JSON.stringify(going) : undefined;
      if (best.found) yield pullRequestRows([best.found], of.repository.id, run.host, towards);
    }
  }
}
