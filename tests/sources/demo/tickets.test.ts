import { beforeAll, describe, expect, it } from 'vitest';
import { issueKeysIn } from '../../../server/facts/issue-keys.ts';
import { DAY } from '../../../server/model/instant.ts';
import type { Issue } from '../../../server/model/issue.ts';
import { type DemoConfig, demoOf } from '../../../server/sources/demo/config.ts';
import { organise } from '../../../server/sources/demo/organisation.ts';
import { mondayOf } from '../../../server/sources/demo/people.ts';
import { STATUS } from '../../../server/sources/demo/ticket-story.ts';
import { ticketsOf } from '../../../server/sources/demo/tickets.ts';
import { TYPE } from '../../../server/sources/demo/tracker.ts';
import { generated, UNTIL } from './generated.ts';

const config: DemoConfig = { scenario: 'real-gain', size: 0.5 };

/** All issues of a demo, by the index of their team. */
async function ticketsIn(asked: DemoConfig): Promise<Issue[][]> {
  const organisation = organise(demoOf(asked, UNTIL));
  const all: Issue[][] = [];
  for (const { index } of organisation.teams) {
    const own: Issue[] = [];
    for await (const step of ticketsOf(organisation, index, 'c', new AbortController().signal)) {
      if ('rows' in step) own.push(...step.rows.issues);
    }
    all.push(own);
  }
  return all;
}

describe('the issues of a demo', () => {
  let issues: Issue[];
  beforeAll(async () => {
    issues = (await ticketsIn(config)).flat();
  });

  it('have keys and ids of their own, and their changes follow one another', () => {
    expect(new Set(issues.map(({ key }) => key)).size).toBe(issues.length);
    expect(new Set(issues.map(({ id }) => id)).size).toBe(issues.length);
    for (const { createdAt, updatedAt, statusId, resolutionId, ...issue } of issues) {
      let [at, status] = [createdAt, '1'];
      for (const change of issue.statusChanges) {
        expect([change.from, change.at >= at, change.to === status]).toEqual([status, true, false]);
        [at, status] = [change.at, change.to ?? ''];
      }
      expect(status).toBe(statusId);
      expect(issue.resolutionChanges.at(-1)?.to ?? null).toBe(resolutionId);
      expect((statusId === '5') === (resolutionId !== null)).toBe(true);
      expect(updatedAt).toBeGreaterThanOrEqual(at);
      expect(updatedAt).toBeLessThanOrEqual(UNTIL);
    }
  });

  it('stay in progress no longer than people keep abandoned work: then they go back or are given up', () => {
    const work = issues.filter(({ typeId }) => typeId !== TYPE.epic);
    const begun = work.filter(({ statusId }) => statusId !== STATUS.toDo && statusId !== STATUS.done);
    const longest = Math.max(...begun.map(({ statusChanges }) => UNTIL - (statusChanges[0]?.at ?? 0)));
    expect(begun.length).toBeGreaterThan(10);
    expect(longest).toBeLessThan(120 * DAY);
    const putBack = work.filter(
      ({ statusId, statusChanges }) => statusId === STATUS.toDo && statusChanges.length > 0,
    );
    expect(putBack.length).toBeGreaterThan(3);
  });

  it('are those that the pull requests name, and are done after these are merged', async () => {
    const byKey = new Map(issues.map((issue) => [issue.key, issue]));
    const { all } = await generated(config);
    let [named, before] = [0, 0];
    for (const { title, body, headBranch, mergedAt, forge } of all.flatMap((one) => one.pullRequests)) {
      const [key] = issueKeysIn({ title, body: '', branch: headBranch, messages: [] });
      if (key === undefined || /^(Revert|Hotfix|\[)/.test(title) || forge?.account?.kind === 'bot') continue;
      named += 1;
      const issue = byKey.get(key);
      expect(issue, `${key} of "${title}"; ${body}`).toBeDefined();
      const [first] = issue?.resolutionChanges ?? [];
      if (mergedAt !== null && first !== undefined && first.at < mergedAt) before += 1;
    }
    expect(named).toBeGreaterThan(5000);
    expect(before).toBe(0);
  });

  it('go every way that work goes', () => {
    const share = (of: (issue: Issue) => boolean) => issues.filter(of).length / issues.length;
    expect(share(({ typeId }) => typeId === '110')).toBeGreaterThan(0.005);
    expect(share(({ typeId }) => typeId === '120')).toBeGreaterThan(0.02);
    expect(share(({ resolutionId }) => resolutionId === '9' || resolutionId === '8')).toBeGreaterThan(0.05);
    expect(share(({ statusChanges }) => statusChanges.some(({ to }) => to === '6'))).toBeGreaterThan(0.03);
    expect(share(({ statusChanges }) => statusChanges.some(({ from }) => from === '5'))).toBeGreaterThan(
      0.01,
    );
    const unstarted = ({ statusId, statusChanges }: Issue) =>
      statusId === '5' && !statusChanges.some(({ to }) => to === '3');
    expect(share(unstarted)).toBeGreaterThan(0.03);
    expect(share(({ statusId }) => statusId !== '5')).toBeGreaterThan(0.005);
  });
});

it('as many more of them are begun after a start as pull requests are opened, and no more before it', async () => {
  const [gained, plain] = [await ticketsIn(config), await ticketsIn({ ...config, scenario: 'no-change' })];
  const { teams } = organise(demoOf(config, UNTIL));
  const created = { gained: [0, 0], plain: [0, 0] };
  let [expected, weeks] = [0, 0];
  for (const { index, rollout, weeks: ofTeam } of teams) {
    if (rollout.start === null) continue;
    const start = mondayOf(rollout.start);
    const begun = (all: readonly Issue[], after: boolean) =>
      all.filter(({ statusChanges }) => {
        const first = statusChanges.find(({ to }) => to === '3');
        return first !== undefined && first.at >= start === after;
      }).length;
    for (const side of [0, 1]) {
      created.gained[side] = (created.gained[side] ?? 0) + begun(gained[index] ?? [], side === 1);
      created.plain[side] = (created.plain[side] ?? 0) + begun(plain[index] ?? [], side === 1);
    }
    for (const { since, gained: planted } of ofTeam) {
      if (since === null) continue;
      expected += Math.exp(planted.logThroughput);
      weeks += 1;
    }
  }
  const ratio = (side: number) => (created.gained[side] ?? 0) / (created.plain[side] ?? 0);
  expect(ratio(0)).toBeCloseTo(1, 2);
  expect(ratio(1)).toBeGreaterThan(1 + (expected / weeks - 1) * 0.6);
  expect(ratio(1)).toBeLessThan(1 + (expected / weeks - 1) * 1.4);
});
