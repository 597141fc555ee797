import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { HealthAnswer } from '../../../server/contract/health.ts';
import type { IssueFact } from '../../../server/facts/issue-fact.ts';
import { DAY } from '../../../server/model/instant.ts';
import type { ProjectReading } from '../../../server/model/issue.ts';
import type { Run } from '../../../server/model/run.ts';
import { healthAnswer } from '../../../server/report/health/health.ts';
import type { Reading } from '../../../server/report/health/reading.ts';
import type { Held } from '../../../server/report/live.ts';
import { FORGE, forgeFact, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { freshProject, issueFactOf, withIssues } from '../../support/issue-facts.ts';
import { project, TRACKER } from '../../support/issues.ts';
import { runReport } from '../../support/troubled-store.ts';

const WEEK = 7 * DAY;
const UNTIL = MONDAY + 10 * WEEK;

const shop: ProjectReading = { ...project, coveredUntil: UNTIL, lost: null, limits: [] };
const repository: Reading = {
  ...{ id: FORGE, name: 'acme/shop', source: 'github', coveredUntil: UNTIL, lost: null, limits: [] },
};
const done: Run = {
  ...{ id: 1, source: 'jira', asked: 'jira', startedAt: UNTIL, endedAt: UNTIL + 1 },
  ...{ outcome: 'done', report: runReport({ read: { issues: 30 } }) },
};

/** Ten weeks of three issues each, beside a pull request. */
function tenWeeks(change: (number: number) => Partial<IssueFact> = () => ({}), teams: string[] = []): Held {
  const issues = Array.from({ length: 30 }, (_, number) =>
    issueFactOf(number, { finishedAt: MONDAY + Math.floor(number / 3) * WEEK + 2 * DAY, ...change(number) }),
  );
  const held = heldOf([forgeFact(1, { issues: 1 }), forgeFact(2)], [freshForge(UNTIL)], 'UTC', teams);
  return withIssues(held, issues, [freshProject(UNTIL)]);
}

function health(held: Held, readings: readonly Reading[] = [repository, shop], runs: Run[] = [done]) {
  const answer = healthAnswer(held, { now: UNTIL, runs, readings, usage: [], running: null, failed: null });
  expect(Value.Errors(HealthAnswer, answer)).toEqual([]);
  return answer.data;
}

describe('projects of a tracker', () => {
  it('are a source beside repositories, with how many issues they hold and what of these is beside the measures', () => {
    const held = tenWeeks((number) => (number < 4 ? { leftOut: number === 0 ? 'deleted' : 'sub-task' } : {}));
    const { sources, verdict } = health(held);
    expect(sources.map(({ name, of, sentence, issues }) => [name, of, sentence, issues])).toEqual([
      ['GitHub', 'repositories', '1 repository, data to Mon 19 Oct 2026, 09:00. It is read to its end.', ''],
      [
        'Jira, jira.example.com',
        'projects',
        '1 project, data to Mon 19 Oct 2026, 09:00. It is read to its end.',
        '30 issues. 26 take part in measures; beside them are 3 sub-tasks and 1 deleted.',
      ],
    ]);
    expect(sources[1]?.projects).toEqual([
      {
        ...{ id: project.id, key: 'SHOP', name: 'The shop', reach: 'data to 19 Oct' },
        ...{ issues: 30, epics: 0, subTasks: 3, deleted: 1 },
      },
    ]);
    expect(verdict.answer).toBe('yes');
  });

  it('that are behind, lost or unfinished are told with the reason and what to do, and doubt the answer', () => {
    const said = 'OPS: Jira gave no answer five times. The next run carries on.';
    const failed = { ...done, outcome: 'failed' as const, report: runReport({ said }) };
    const other = (key: string, over: Partial<ProjectReading>) => ({
      ...shop,
      id: `${TRACKER}/${key}`,
      key,
      ...over,
    });
    const { sources, verdict } = health(
      tenWeeks(),
      [
        repository,
        other('LATE', { coveredUntil: UNTIL - 9 * DAY }),
        other('GONE', { lost: 'GONE is no longer on jira.example.com.' }),
        other('OPS', { coveredUntil: null }),
        other('HALF', { limits: ['Of 3 issues only a part of the history was sent.'] }),
      ],
      [failed],
    );
    const jira = sources.find(({ of }) => of === 'projects');
    expect(jira?.troubled.map(({ name, state, reason }) => [name, state, reason])).toEqual([
      ['LATE', 'behind', 'No import has come to the end of it since.'],
      ['GONE', 'lost', 'GONE is no longer on jira.example.com.'],
      ['OPS', 'unfinished', said],
    ]);
    expect(jira?.troubled[1]?.todo).toContain("token's account");
    expect(jira?.limits).toEqual([
      { limit: 'Of 3 issues only a part of the history was sent.', names: 'HALF' },
    ]);
    expect(verdict.because.at(-1)).toBe(
      'Of 1 repository and 4 projects 1 is behind, 1 is not read to the end yet and 1 can no longer be read.',
    );
  });

  it('are judged by what reaches furthest, whichever it is; alone they are data as well', () => {
    const alone = { ...heldOf([], []), issues: tenWeeks().issues };
    const { verdict, issueCoverage } = health(alone, [shop]);
    expect(verdict.answer).toBe('yes');
    expect(issueCoverage?.parts.map(({ id }) => id)).not.toContain('pull-request');
    const old = { ...repository, coveredUntil: UNTIL - 5 * DAY };
    const held = { ...tenWeeks(), freshness: [freshForge(UNTIL - 5 * DAY)] };
    expect(health(held, [old, shop]).sources[0]?.troubled.map(({ state }) => state)).toEqual(['behind']);
  });

  it('have nights of their own', () => {
    const [asked] = health(tenWeeks()).asked;
    expect([asked?.name, asked?.last]).toEqual(['Jira', expect.stringContaining('it read 30 issues')]);
    const one = health(tenWeeks(), [shop], [{ ...done, asked: 'jira SHOP, OPS' }]).asked[0];
    expect(one?.name).toBe('Jira: SHOP, OPS');
  });
});

describe('coverage of issues', () => {
  it('says how many finished issues are linked, were started and were somebody’s', () => {
    const held = tenWeeks((number) => ({
      pullRequests: number % 3 === 0 ? 2 : 0,
      ...(number < 6 ? { startedAt: null, activeTime: null, waitingTime: null } : {}),
      ...(number === 29 ? { author: null, person: null } : {}),
    }));
    const { issueCoverage, coverage } = health(held);
    expect(issueCoverage?.sentence).toMatch(
      /^30 issues that take part in measures were finished in 11 full weeks/,
    );
    expect(issueCoverage?.parts.map(({ id, n, of }) => [id, n, of])).toEqual([
      ['pull-request', 10, 30],
      ['assignee', 29, 30],
      ['started', 24, 30],
      ['statuses', 24, 30],
    ]);
    expect(coverage?.parts.find(({ id }) => id === 'issue')).toMatchObject({ n: 1, of: 2 });
  });

  it('tells of people and accounts that are in no team, with the effect, and never of fewer than five', () => {
    const by = (number: number, of: number) => ({
      author: `tracker:jira.example.com/${number % of}`,
      person: `p${number % of}`,
    });
    const placed = (number: number, of: number, over: Partial<IssueFact>) => ({ ...by(number, of), ...over });
    const inTeam = { teams: ['a'], teamBasis: 'stated' as const };
    const many = tenWeeks(
      (number) => (number < 15 ? placed(number, 5, inTeam) : { ...by(number, 6), person: `q${number % 6}` }),
      ['a'],
    );
    const { issueCoverage } = health(many);
    expect(issueCoverage?.people).toBe('5 of the 11 people whose work this is are in a team.');
    expect(issueCoverage?.unmatched).toMatch(/^6 accounts are in no team: 50 % of the finished issues count/);
    const few = tenWeeks(
      (number) => (number < 27 ? placed(number, 6, inTeam) : { ...by(number, 2), person: `q${number % 2}` }),
      ['a'],
    );
    expect(health(few).issueCoverage).toMatchObject({ placed: [], people: '' });
  });

  it('is none where no tracker is read, nor is a link to issues asked for', () => {
    const { issueCoverage, coverage, leftOut } = health(heldOf([forgeFact(1)], [freshForge(UNTIL)]), [
      repository,
    ]);
    expect([issueCoverage, coverage?.parts.some(({ id }) => id === 'issue'), leftOut]).toEqual([
      null,
      false,
      [],
    ]);
  });

  it('stands beside what is left out of it, by kind', () => {
    const held = tenWeeks((number) =>
      number < 2 ? { leftOut: 'epic' } : number < 5 ? { leftOut: 'deleted' } : {},
    );
    expect(health(held).leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ['epic', 2],
      ['deleted', 3],
    ]);
  });
});
