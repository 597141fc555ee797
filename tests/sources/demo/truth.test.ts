import { describe, expect, test } from 'vitest';
import { DAY, type Instant } from '../../../server/model/instant.ts';
import type { PullRequest } from '../../../server/model/pull-request.ts';
import type { DemoConfig, Scenario } from '../../../server/sources/demo/config.ts';
import { rolloutStarts } from '../../../server/sources/demo/roster.ts';
import { plantedTruth, plantedWeeks } from '../../../server/sources/demo/truth.ts';
import { generated, UNTIL } from './generated.ts';
import { teamsAtOpening } from './teams-at-opening.ts';

const WEEK = 7 * DAY;
/** Old enough for all but a handful to have found their end. */
const FOLLOWED = UNTIL - 8 * WEEK;

type Merged = { team: string; openedAt: Instant; log: number };

async function mergedOf(config: DemoConfig): Promise<Merged[]> {
  const teamAt = teamsAtOpening(config);
  const { all } = await generated(config);
  return all.flatMap(({ pullRequests }) =>
    pullRequests.flatMap((one: PullRequest) => {
      const team = teamAt(one);
      const { openedAt, mergedAt, baseBranch } = one;
      if (team === null || openedAt === null || mergedAt === null || baseBranch !== 'main') return [];
      return [{ team, openedAt, log: Math.log(mergedAt - openedAt) }];
    }),
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
};

/** After minus before in teams that have started, minus the same in those that have not; its error from how teams differ. */
async function estimate(config: DemoConfig) {
  const starts = new Map(rolloutStarts(config, UNTIL).map(({ team, day }) => [team, day]));
  const days = [...starts.values()].flatMap((day) => (day === null ? [] : Date.parse(day)));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const after = ({ openedAt }: Merged) => openedAt >= last && openedAt < FOLLOWED;
  const changes = [...Map.groupBy(await mergedOf(config), ({ team }) => team)].map(([team, merged]) => {
    const before = merged.filter(({ openedAt }) => openedAt < first).map(({ log }) => log);
    const weeks = plantedWeeks(config, UNTIL).filter(
      (one) => one.team === team && Date.parse(one.week) >= last && Date.parse(one.week) < FOLLOWED,
    );
    return {
      started: starts.get(team) !== null,
      change: mean(merged.filter(after).map(({ log }) => log)) - mean(before),
      planted: mean(weeks.map(({ logTimeToMerge }) => logTimeToMerge)),
    };
  });
  const [started, others] = [changes.filter((one) => one.started), changes.filter((one) => !one.started)];
  // What is planted differs between teams on purpose; that is no error of the estimate.
  const error = Math.sqrt(
    variance(started.map(({ change, planted }) => change - planted)) / started.length +
      variance(others.map(({ change }) => change)) / others.length,
  );
  return {
    effect: mean(started.map(({ change }) => change)) - mean(others.map(({ change }) => change)),
    planted: mean(started.map(({ planted }) => planted)),
    others: mean(others.map(({ change }) => change)),
    error,
  };
}

describe('What is planted', () => {
  test('is recovered where the teams that started became faster', async () => {
    const { effect, planted, error } = await estimate({ scenario: 'real-gain' });
    expect(Math.abs(effect - planted)).toBeLessThan(3 * error);
    expect(error).toBeLessThan(0.07);
    expect(effect).toBeLessThan(-2.5 * error);
  });

  test('is nothing where nothing has changed', async () => {
    const { effect, planted, error } = await estimate({ scenario: 'no-change' });
    expect(planted).toBe(0);
    expect(Math.abs(effect)).toBeLessThan(3 * error);
    expect(error).toBeLessThan(0.07);
  });

  test('is no difference, but a change of all, where everyone became faster', async () => {
    const { effect, planted, error, others } = await estimate({ scenario: 'everyone-faster' });
    expect(planted).toBe(0);
    expect(Math.abs(effect)).toBeLessThan(3 * error);
    expect(others).toBeLessThan(Math.log(0.8) + 0.15);
    expect(others).toBeGreaterThan(Math.log(0.8) - 0.15);
  });

  test('is exactly what makes the same work faster in one scenario than in another', async () => {
    const key = (one: PullRequest) => `${one.repositoryId} ${one.forge?.account?.login} ${one.openedAt}`;
    const teamAt = teamsAtOpening({ scenario: 'gain-with-cost' });
    const without = new Map(
      (await generated({ scenario: 'no-change' })).all
        .flatMap(({ pullRequests }) => pullRequests)
        .map((one) => [key(one), one]),
    );
    const weeks = new Map(
      plantedWeeks({ scenario: 'gain-with-cost' }, UNTIL).map((one) => [
        `${one.team} ${one.week}`,
        one.logTimeToMerge,
      ]),
    );
    const differences: number[] = [];
    for (const one of (await generated({ scenario: 'gain-with-cost' })).all.flatMap(
      ({ pullRequests }) => pullRequests,
    )) {
      const [twin, team, openedAt] = [without.get(key(one)), teamAt(one), one.openedAt ?? 0];
      if (team === null || !twin?.mergedAt || one.mergedAt === null || openedAt > FOLLOWED) continue;
      const monday = openedAt - ((openedAt - 4 * DAY) % WEEK);
      const planted = weeks.get(`${team} ${new Date(monday).toISOString().slice(0, 10)}`) ?? 0;
      const difference = Math.log((one.mergedAt - openedAt) / (twin.mergedAt - openedAt));
      if (planted === 0) expect(difference).toBe(0);
      else differences.push(difference - planted);
    }
    expect(differences.length).toBeGreaterThan(5000);
    expect(Math.abs(mean(differences))).toBeLessThan(
      3.5 * Math.sqrt(variance(differences) / differences.length),
    );
    expect(Math.abs(mean(differences))).toBeLessThan(0.025);
  });

  test.each<[Scenario, number]>([
    ['no-change', 0],
    ['everyone-faster', 0],
    ['real-gain', Math.log(0.75)],
    ['too-early', Math.log(0.72)],
  ])('is said of %s', (scenario, effect) => {
    const truth = plantedTruth({ scenario }, UNTIL);
    expect(truth.teams.filter(({ start }) => start !== null)).toHaveLength(8);
    expect(truth.mean?.logTimeToMerge).toBeCloseTo(effect, 1);
    expect(truth.everyone.step === null).toBe(scenario !== 'everyone-faster');
  });

  test('is said of the teams that go their own way', () => {
    const { teams } = plantedTruth({ scenario: 'real-gain' }, UNTIL);
    expect(teams.filter(({ course }) => course === 'stalling')).toHaveLength(1);
    expect(teams.filter(({ backWhenBusy }) => backWhenBusy)).toHaveLength(1);
    expect(teams.filter(({ cost }) => (cost?.reverts ?? 1) > 1)).toHaveLength(1);
    const busy = teams.find(({ backWhenBusy }) => backWhenBusy);
    expect(busy?.inBusyWeeks?.logTimeToMerge).toBe(0);
    expect(busy?.inOtherWeeks?.logTimeToMerge).toBeLessThan(-0.15);
  });

  test('lies ahead, or nowhere, where nobody has started', () => {
    const { teams, mean: whole } = plantedTruth({ scenario: 'not-started' }, UNTIL);
    expect(whole).toBeNull();
    for (const { start } of teams) expect(start === null || Date.parse(start) > UNTIL).toBe(true);
    expect(teams.filter(({ start }) => start !== null)).toHaveLength(8);
  });
});
