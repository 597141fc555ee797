import type { Working } from '../../contract/impact.ts';
import { orderKept } from '../../model/drawn-order.ts';
import type { Rollout } from '../../model/rollout.ts';
import type { Method } from './primary.ts';

export type Graded = { grade: Working['grade']; means: string };

/** How strong the evidence of a method is at best (STATISTICS.md, 5). */
export function gradeOf(rollout: Rollout, method: Method, zone: string): Graded {
  if (method === 'compared') {
    return isDrawn(rollout, zone)
      ? { grade: 'A', means: 'the order of the teams was drawn by lot, and kept' }
      : { grade: 'B', means: 'compared with teams that had not started; the order was chosen, not drawn' };
  }
  return method === 'none'
    ? { grade: 'D', means: 'nothing that could be set against anything' }
    : { grade: 'C', means: 'before and after, with nothing to compare with' };
}

/** Whether the order of all teams with a start was drawn by lot before anybody started, and obeyed. */
export function isDrawn(rollout: Rollout, zone: string): boolean {
  const { draw, starts } = rollout;
  if (draw === null || orderKept(rollout, zone) !== 'kept') return false;
  return starts.every(({ teamId, day }) => day === null || draw.teams.includes(teamId));
}
