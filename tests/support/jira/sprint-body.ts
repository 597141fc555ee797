import { written } from './local-time.ts';
import type { FakeSite } from './site.ts';

/** An object on Cloud; on Data Center what Java prints of one, with names unescaped. */
export function sprintBody(id: number, site: FakeSite): unknown {
  const sprint = site.sprints.get(id);
  if (sprint === undefined) return null;
  const { name, state, startAt, endAt } = sprint;
  if (site.deployment === 'Cloud') {
    const day = (at: number): string => new Date(at).toISOString();
    const ended = state === 'closed' ? { completeDate: day(endAt) } : {};
    return { id, name, state, boardId: 1, goal: '', startDate: day(startAt), endDate: day(endAt), ...ended };
  }
  const day = (at: number): string => written(at, site.zone).replace(/(\d\d)$/, ':$1');
  const completed = state === 'closed' ? day(endAt) : '<null>';
  const told = {
    ...{ id, rapidViewId: 1, state: state.toUpperCase(), name },
    ...{ startDate: day(startAt), endDate: day(endAt), completeDate: completed, activatedDate: day(startAt) },
    ...{ sequence: id, goal: '', autoStartStop: false, synced: false },
  };
  const parts = Object.entries(told).map(([key, value]) => `${key}=${value}`);
  return `com.atlassian.greenhopper.service.sprint.Sprint@${(id * 7919).toString(16)}[${parts.join(',')}]`;
}
