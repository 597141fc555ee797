import type { IssueSignsAnswer, LanesAnswer, ResolvedView } from '../../server/contract/index.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { issueStatusesAnswer } from '../../server/report/flow/issue-statuses.ts';
import { issueWayAnswer } from '../../server/report/flow/issue-way.ts';
import { heldOf, MONDAY } from './facts.ts';
import { freshProject, issueFactOf, withIssues } from './issue-facts.ts';
import { project, TRACKER, vocabulary } from './issues.ts';

/** Answers about the way of issues, as the report gives them of a few made-up ones. */

const many = Array.from({ length: 40 }, (_, number) => {
  const startedAt = MONDAY + Math.floor(number / 4) * 7 * DAY + (number % 4) * HOUR;
  return issueFactOf(number, {
    startedAt,
    createdAt: startedAt - 2 * DAY,
    pullRequests: 1,
    firstCommitAt: startedAt + (1 + (number % 3)) * HOUR,
    firstReviewAt: startedAt + (9 + (number % 11)) * HOUR,
    lastMergedAt: startedAt + 24 * HOUR,
    finishedAt: startedAt + (25 + (number % 20)) * HOUR,
  });
});
const held = withIssues(heldOf([], []), many, [freshProject(MONDAY + 80 * DAY)]);

const store = {
  issueStatuses: async () => vocabulary.statuses.map((status) => ({ ...status, trackerId: TRACKER })),
  async *finishedTimes() {
    yield many.map(({ finishedAt }, number) => ({
      projectId: project.id,
      teams: '[]',
      finishedAt: finishedAt ?? 0,
      times: [['1', 2 * DAY] as const, ['3', (4 + (number % 5)) * HOUR] as const, ['4', 15 * HOUR] as const],
    }));
  },
};

const signs: IssueSignsAnswer['data'] = {
  unknowable: null,
  why: '',
  linked: [
    {
      of: 'issues',
      linked: 40,
      all: 52,
      sentence: '40 of 52 finished issues are linked to a pull request (77 %).',
    },
  ],
  inflation: null,
};

/** What is asked for by the end of its address; the asked view is told back. */
export async function issueAnswer(
  kind: string,
  asked: ResolvedView,
  over: Partial<IssueSignsAnswer['data']>,
): Promise<LanesAnswer | IssueSignsAnswer> {
  const lanes = kind === 'way' ? issueWayAnswer(held, {}) : await issueStatusesAnswer(held, store, {});
  return kind === 'signs' ? { ...lanes, asked, data: { ...signs, ...over } } : { ...lanes, asked };
}
