import { expect, test } from 'vitest';
import type { PullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import { plantedTruth } from '../../../server/sources/demo/truth.ts';
import { collected } from '../../support/collected.ts';
import { writeDemo } from '../../support/demo-held.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const UNTIL = Date.UTC(2026, 10, 16, 3);
const config = { scenario: 'real-gain', size: 0.3 } as const;

type Rates = Record<'reverted' | 'hotfixed' | 'bugs' | 'passed' | 'reworked' | 'rounds', number>;

function ratesOf(facts: readonly PullRequestFact[]): Rates {
  const share = (of: readonly PullRequestFact[], counts: (fact: PullRequestFact) => boolean) =>
    of.filter(counts).length / of.length;
  const sum = (value: (fact: PullRequestFact) => number | null) =>
    facts.reduce((total, fact) => total + (value(fact) ?? 0), 0);
  return {
    reverted: share(facts, ({ revertedAt }) => revertedAt !== null),
    hotfixed: share(facts, ({ hotfixedAt }) => hotfixedAt !== null),
    bugs: share(facts, ({ bugLinkedAt }) => bugLinkedAt !== null),
    passed: share(
      facts.filter(({ ciPassedFirst }) => ciPassedFirst !== null),
      ({ ciPassedFirst }) => ciPassedFirst === 1,
    ),
    reworked: sum(({ linesReworked }) => linesReworked) / sum(({ linesWatched }) => linesWatched),
    rounds: sum(({ reviewRounds }) => reviewRounds) / facts.length,
  };
}

test('what is planted of quality is found in facts: in the team whose quality falls, and in no other', async () => {
  const store = await writeDemo(temporaryFolder(), config);
  const names = new Map((await store.organisation()).teams.map(({ id, name }) => [id, name]));
  const all = (await collected(store.allFacts())).flat();
  store.close();
  const { teams } = plantedTruth(config, UNTIL);
  const groups = Map.groupBy(
    all.filter(({ leftOut, mergedAt }) => leftOut === null && mergedAt !== null),
    (fact) => {
      const team = teams.find((one) => fact.teams.some((id) => names.get(id) === one.team));
      const started = team?.start != null && Date.parse(team.start) <= (fact.openedAt ?? 0);
      if (!started) return 'before';
      return (team?.cost?.reverts ?? 1) > 1 ? 'fallen' : 'started';
    },
  );
  const [before, started, fallen] = (['before', 'started', 'fallen'] as const).map((name) =>
    ratesOf(groups.get(name) ?? []),
  );
  if (!before || !started || !fallen) throw new Error('three groups were asked for');
  for (const usual of [before, started]) {
    expect(usual.reverted).toBeGreaterThan(0.012);
    expect(usual.reverted).toBeLessThan(0.04);
    expect(usual.hotfixed).toBeGreaterThan(0.01);
    expect(usual.bugs).toBeGreaterThan(0.01);
    expect(usual.passed).toBeGreaterThan(0.8);
    expect(usual.reworked).toBeLessThan(0.12);
    expect(usual.rounds).toBeGreaterThan(1);
  }
  expect(fallen.passed).toBeLessThan(0.75);
  expect(fallen.reworked).toBeGreaterThan(1.4 * started.reworked);
  expect(fallen.reverted).toBeGreaterThan(1.2 * started.reverted);
}, 300_000);
