import { describe, expect, test } from 'vitest';
import { DAY } from '../../../server/model/instant.ts';
import type { PullRequest } from '../../../server/model/pull-request.ts';
import type { Scenario } from '../../../server/sources/demo/config.ts';
import { type PlantedWeek, plantedTruth, plantedWeeks } from '../../../server/sources/demo/truth.ts';
import { generated, UNTIL } from './generated.ts';
import { teamsAtOpening } from './teams-at-opening.ts';

const MARKS =
  /^Co-authored-by: (?:Claude <noreply@anthropic\.com>|Copilot <\d+\+Copilot@users\.noreply\.github\.com>)$|^Made-with: Cursor$/im;

type Seen = { one: PullRequest; week: PlantedWeek; marked: boolean; agent: boolean; reverts: boolean };

/** Every pull request of a person or an agent, with what was planted in its team's week. */
async function seen(scenario: Scenario): Promise<Seen[]> {
  const teamAt = teamsAtOpening({ scenario });
  const weeks = new Map(plantedWeeks({ scenario }, UNTIL).map((week) => [`${week.team} ${week.week}`, week]));
  return (await generated({ scenario })).all.flatMap(({ pullRequests, commits }) => {
    const messages = new Map(commits.map(({ sha, message }) => [sha, message]));
    return pullRequests.flatMap((one) => {
      const at = one.openedAt ?? 0;
      const monday = new Date(at - ((at - 4 * DAY) % (7 * DAY))).toISOString().slice(0, 10);
      const week = weeks.get(`${teamAt(one)} ${monday}`);
      if (week === undefined) return [];
      const said = (one.ownShas ?? []).map((sha) => messages.get(sha) ?? '').join('\n');
      const agent = one.forge?.account?.kind === 'bot';
      const marked = agent || MARKS.test(said) || /^codex\//.test(one.headBranch ?? '');
      return [{ one, week, marked, agent, reverts: said.includes('This reverts commit') }];
    });
  });
}

const share = (all: readonly Seen[], of: (seen: Seen) => boolean) => all.filter(of).length / all.length;
const since = (low: number, high: number) => (one: Seen) =>
  one.week.sinceStart !== null && one.week.sinceStart >= low && one.week.sinceStart < high;
const before = (one: Seen) => one.week.sinceStart === null;
const lines = (all: readonly Seen[]) => {
  const sizes = all.map(({ one }) => (one.forge?.additions ?? 0) + (one.forge?.deletions ?? 0));
  return sizes.sort((small, large) => small - large)[Math.floor(sizes.length / 2)] ?? 0;
};

describe('In a demo', () => {
  test('some work carries marks before a start, and much more of it after', async () => {
    const all = await seen('no-change');
    const [early, late] = [all.filter(before), all.filter(since(12, 60))];
    expect(share(early, ({ marked }) => marked)).toBeGreaterThan(0.02);
    expect(share(early, ({ marked }) => marked)).toBeLessThan(0.12);
    expect(share(late, ({ marked }) => marked)).toBeGreaterThan(0.3);
    expect(share(late, ({ agent }) => agent)).toBeGreaterThan(0.03);
    expect(early.some(({ agent }) => agent)).toBe(false);
  });

  test('that stalls, use falls back, and further in busy weeks', async () => {
    const all = await seen('stalled');
    const { teams } = plantedTruth({ scenario: 'stalled' }, UNTIL);
    const stalling = all.filter(
      ({ week }) => teams.find(({ team }) => team === week.team)?.course === 'stalling',
    );
    const held = all.filter(({ week }) => teams.find(({ team }) => team === week.team)?.course === 'steady');
    const marked = (some: readonly Seen[]) => share(some, (one) => one.marked);
    const peak = stalling.filter(since(4, 9));
    expect(marked(peak)).toBeGreaterThan(3 * marked(stalling.filter(since(20, 60))));
    expect(marked(held.filter(since(20, 60)))).toBeGreaterThan(0.3);
    const [busy, calm] = [peak.filter(({ week }) => week.busy), peak.filter(({ week }) => !week.busy)];
    expect(marked(busy)).toBeLessThan(0.75 * marked(calm));
  });

  test('whose gain has a cost, more is taken back and merged unread, and changes grow', async () => {
    const all = await seen('gain-with-cost');
    const [early, late] = [all.filter(before), all.filter(since(0, 60))];
    const unread = ({ one }: Seen) =>
      one.state === 'merged' && (one.forge?.reviews ?? []).every(({ account }) => account?.kind !== 'user');
    expect(share(late, ({ reverts }) => reverts)).toBeGreaterThan(
      1.6 * share(early, ({ reverts }) => reverts),
    );
    expect(share(late, unread)).toBeGreaterThan(1.8 * share(early, unread));
    expect(lines(late) / lines(early)).toBeGreaterThan(1.2);
  });

  test('whose gain costs nothing, all this stays', async () => {
    const all = await seen('too-early');
    const [early, late] = [all.filter(before), all.filter(since(0, 60))];
    expect(late.length).toBeGreaterThan(200);
    expect(lines(late) / lines(early)).toBeLessThan(1.25);
    expect(lines(late) / lines(early)).toBeGreaterThan(0.8);
  });
});
