import type { WalkStep } from '../../model/rows.ts';
import { branchDownwards, branchUpwards } from './branch-walk.ts';
import type { Cursor, Towards } from './cursor.ts';
import { deliveryWalk } from './delivery-walk.ts';
import { pagedWalk } from './paged-walk.ts';
import type { Run } from './run.ts';
import type { InScope } from './scope.ts';
import { unreadWalk } from './unread-walk.ts';
import { begun, endOf, type Walking } from './walking.ts';

/**
 * A repository that is read from the beginning, or down to the last complete walk's watermark; `towards` is where an earlier
 * attempt broke off.
 */
export async function* longWalk(
  of: InScope,
  cursor: Cursor | null,
  towards: Towards | null,
  run: Run,
): AsyncGenerator<WalkStep, void> {
  const fresh = begun(of, cursor, run.asker.date(), run);
  const walking = towards === null ? fresh : resumed(fresh, towards);
  yield* pagedWalk(walking);
  yield* unreadWalk(walking);
  yield* branchUpwards(walking, null);
  yield* deliveryWalk(walking);
  yield* branchDownwards(walking);
  yield endOf(walking);
}

/** When deployments are set up otherwise than before, what was read of them counts no more. */
function resumed(fresh: Walking, towards: Towards): Walking {
  const { via } = fresh.going;
  const same = towards.via === via;
  return { ...fresh, going: same ? towards : { ...towards, via, deployedAfter: null, waiting: [] } };
}
