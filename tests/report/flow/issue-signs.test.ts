import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import { inflationOf } from '../../../server/report/flow/inflation.ts';
import { issueSignsAnswer } from '../../../server/report/flow/issue-signs.ts';
import type { Held } from '../../../server/report/live.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { freshProject, issueFactOf, withIssues } from '../../support/issue-facts.ts';

const WEEK = 7 * DAY;
const WEEKS = 30;

/** So many a week for eighteen weeks and since; a little more in every second one. */
type Pace = { before: number; since: number };

function held(work: Pace, issues: Pace, lines: Pace): Held {
  const each = <One>(pace: Pace, make: (number: number, at: number, week: number) => One) =>
    Array.from({ length: WEEKS }, (_, week) =>
      Array.from({ length: (week < 18 ? pace.before : pace.since) + (week % 2) }, (__, index) =>
        make(week * 1000 + index, MONDAY + week * WEEK + index * HOUR, week),
      ),
    ).flat();
  const facts = each(work, (number, mergedAt, week) =>
    forgeFact(number, {
      mergedAt,
      lines: week < 18 ? lines.before : lines.since,
      issues: number % 4 ? 1 : 0,
    }),
  );
  const finished = each(issues, (number, finishedAt) =>
    issueFactOf(number, { finishedAt, pullRequests: number % 2 }),
  );
  const until = MONDAY + WEEKS * WEEK;
  return withIssues(heldOf(facts, [freshForge(until)]), finished, [freshProject(until)]);
}

describe('that more pull requests are not more work', () => {
  it('is said where they are more and smaller, and as many issues are finished', () => {
    const said = inflationOf(
      held({ before: 20, since: 32 }, { before: 12, since: 12 }, { before: 90, since: 50 }),
      {},
    );
    expect(said).toBe(
      'Pull requests are up and issues finished are not: 390 merged in the last 12 full weeks and 246 in the 12 before, 150 issues finished and 150 before. Pull requests are smaller as well (in the middle week half change at most 50 lines; 90 before). More pull requests are not more work here.',
    );
  });

  it.each([
    [
      'issues are up as well',
      { before: 20, since: 32 },
      { before: 12, since: 20 },
      { before: 90, since: 50 },
    ],
    [
      'pull requests are as large',
      { before: 20, since: 32 },
      { before: 12, since: 12 },
      { before: 90, since: 88 },
    ],
    [
      'pull requests are no more',
      { before: 20, since: 21 },
      { before: 12, since: 12 },
      { before: 90, since: 50 },
    ],
  ])('is not said where %s', (_, work, issues, lines) => {
    expect(inflationOf(held(work, issues, lines), {})).toBeNull();
  });
});

describe('what is linked', () => {
  it('is told of issues and of pull requests', () => {
    const { linked } = issueSignsAnswer(
      held({ before: 3, since: 3 }, { before: 3, since: 3 }, { before: 1, since: 1 }),
      {},
    ).data;
    expect(linked.map(({ of, sentence }) => [of, sentence])).toEqual([
      ['issues', '45 of 105 finished issues are linked to a pull request (43 %).'],
      ['pull requests', '75 of 105 merged pull requests name an issue (71 %).'],
    ]);
  });

  it('is not told where no tracker is connected, and why', () => {
    const { unknowable, why, linked, inflation } = issueSignsAnswer(
      heldOf([], [freshForge(MONDAY)]),
      {},
    ).data;
    expect([unknowable, linked, inflation]).toEqual(['no-tracker', [], null]);
    expect(why).toContain('No issue tracker is connected. Connect Jira');
  });
});
