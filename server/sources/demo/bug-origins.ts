import { DAY, type Instant } from '../../model/instant.ts';
import type { Issue } from '../../model/issue.ts';
import type { Ticket } from './board.ts';
import { purpose, unitOf } from './chance.ts';
import { type Organisation, weekAt } from './organisation.ts';
import { RESOLUTION, STATUS } from './ticket-story.ts';
import { TYPE } from './tracker.ts';

/** Of the bugs that are reported while there is such work: those that are said to come from it. */
const CAUSED = 0.14;
const WITHIN = 24 * DAY;

type Done = { id: string; doneAt: Instant; reverts: number };

/**
 * Links bugs, taken in the order of the board, with the latest finished work of the same team as their cause; where quality has
 * fallen as many times more often as work has to be taken back.
 */
export function bugOrigins(organisation: Organisation): (ticket: Ticket, issue: Issue) => Issue {
  let done: Done[] = [];
  return ({ seed, team, at, openings }, issue) => {
    const { createdAt } = issue;
    const finished = issue.statusChanges.find(({ to }) => to === STATUS.done);
    const origin = done.findLast(({ doneAt }) => doneAt < createdAt && doneAt > createdAt - WITHIN);
    if (openings.length > 0 && finished !== undefined && issue.resolutionId === RESOLUTION.done) {
      const { reverts } = weekAt(organisation, team, at);
      // So many are enough: a bug that comes late on the board was reported some weeks before at most.
      done = [...done, { id: issue.id, doneAt: finished.at, reverts }].slice(-60);
    }
    if (issue.typeId !== TYPE.bug || origin === undefined) return issue;
    if (unitOf(seed, purpose.bug) >= CAUSED * origin.reverts) return issue;
    return { ...issue, links: [{ kind: 'is caused by', issueId: origin.id }] };
  };
}
