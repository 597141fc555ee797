import { type Chance, DAY, HOUR, MINUTE } from '../github/chance.ts';
import type { FakeIssue, FakeProject } from './issue.ts';
import type { FakeSite } from './site.ts';

/** What becomes of an issue, and how many of a hundred. */
const fates = [
  ['usual', 58],
  ['review', 14],
  ['never in progress', 8],
  ['reopened', 7],
  ["won't do", 5],
  ['forgotten', 4],
  ['restless', 3],
  ['without resolution', 1],
] as const;

type Fate = (typeof fates)[number][0];

export type Life = {
  site: FakeSite;
  chance: Chance;
  project: FakeProject;
  /** Who may do something; the ids of accounts. */
  people: readonly string[];
  until: number;
  /** A status that is in histories, but will be gone; it exists while the site is made. Null: the project has none. */
  gone: string | null;
};

/** Lets an issue live as far as the time goes. */
export function live(issue: FakeIssue, life: Life): void {
  const { chance, site, until, people } = life;
  const by = issue.assigneeId ?? chance.one(people);
  let at = issue.createdAt;
  const later = (median: number): boolean => {
    at += Math.max(1, Math.round(chance.time(median) / 1000)) * 1000;
    return at < until;
  };
  const go = (status: string, median: number, resolution?: string | null): boolean => {
    if (!later(median)) return false;
    site.transition(issue, status, { at, by, ...(resolution === undefined ? {} : { resolution }) });
    return true;
  };
  const work = (): boolean =>
    go('In Progress', 3 * DAY) &&
    (!chance.happens(0.12) || (go('Blocked', 5 * HOUR) && go('In Progress', 2 * DAY))) &&
    through(life, issue, at, (then) => {
      at = then;
    });
  const review = (): boolean => go('In Review', 10 * HOUR);
  const fate = fateOf(chance);
  if (fate === 'forgotten') return;
  if (fate === "won't do") go('Done', 40 * DAY, chance.one(["Won't Do", 'Duplicate', 'Cannot Reproduce']));
  else if (fate === 'never in progress') go('Done', 4 * DAY);
  else if (fate === 'without resolution') work() && go('Done', 10 * HOUR, null);
  else {
    const done = work() && (fate === 'usual' || review()) && go('Done', 12 * HOUR);
    if (fate === 'restless') restless(issue, life, at);
    if (done && fate === 'reopened' && go(chance.one(['In Progress', 'To Do']), 3 * DAY))
      go('In Progress', MINUTE) && review() && go('Done', DAY);
  }
}

/** Some go through the status that will be gone; none stays in it. */
function through(
  { gone, chance, site, until }: Life,
  issue: FakeIssue,
  at: number,
  arrived: (at: number) => void,
): boolean {
  const left = at + 8 * HOUR;
  if (gone === null || left >= until || !chance.happens(0.06)) return true;
  site.transition(issue, gone, { at: at + 4 * HOUR });
  site.transition(issue, 'In Progress', { at: left });
  arrived(left);
  return true;
}

/** Somebody who cannot decide makes a history that no page holds. */
function restless(issue: FakeIssue, { site, chance, until, people }: Life, from: number): void {
  const many = chance.between(45, 70);
  for (let n = 0, at = from; n < many; n += 1) {
    at += chance.between(1, 40) * MINUTE;
    if (at >= until) return;
    if (n % 3 === 0) site.edit(issue, { assigneeId: chance.one(people) }, { at });
    else site.edit(issue, { labels: [`round-${n}`] }, { at });
  }
}

function fateOf(chance: Chance): Fate {
  let left = chance.below(100);
  for (const [fate, share] of fates) {
    left -= share;
    if (left < 0) return fate;
  }
  return 'usual';
}
