import { describe, expect, it } from 'vitest';
import { NO_AFTERMATH, type PullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import type { DemoConfig, Scenario } from '../../../server/sources/demo/config.ts';
import { type Verdict, verdict } from '../../../server/stats/decision/verdict-rule.ts';
import type { Estimate } from '../../../server/stats/inference/estimate.ts';
import { groupTimeJackknife } from '../../../server/stats/panel/group-time-jackknife.ts';
import { imputation } from '../../../server/stats/panel/imputation.ts';
import type { Panel } from '../../../server/stats/panel/panel.ts';
import { preTrend } from '../../../server/stats/panel/pre-trend.ts';
import { ALL, EARLY, LATE_LESS_EARLY, type Target } from '../../../server/stats/panel/targets.ts';
import { collected } from '../../support/collected.ts';
import { writeDemo } from '../../support/demo-held.ts';
import { demoMeasured } from '../../support/demo-measured.ts';
import { type DemoPanels, demoPanels, naiveChange } from '../../support/demo-panel.ts';
import { can } from '../../support/reference.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** From the third period since the start on. */
const LATER: Target = { mean: { from: 2, to: Number.POSITIVE_INFINITY } };
const MEASURES = ['logHours', 'logOpened'] as const;
type Measure = (typeof MEASURES)[number];

/** What was planted in the cells that a target is the mean of. */
function plantedIn({ planted }: DemoPanels, measure: Measure, { mean: { from, to } }: Target): number {
  const own = planted.filter(({ event }) => event >= from && event <= to);
  return own.reduce((sum, one) => sum + one[measure], 0) / own.length;
}

function estimated(panel: Panel, target: Target): Estimate {
  const [found] = can(imputation(panel, [target])).estimates;
  if (found === undefined) throw new Error('one target has one estimate');
  return can(found);
}

function verdictOf(panel: Panel, lowerIsBetter: boolean): Verdict {
  const [effect, early, late, lateLessEarly] = can(
    imputation(panel, [ALL, EARLY, LATER, LATE_LESS_EARLY]),
  ).estimates;
  if (!effect || !early || !late || !lateLessEarly) throw new Error('four targets have four estimates');
  const other = groupTimeJackknife(panel, { control: 'not yet', base: 'varying' });
  const findings = { failed: [], effect, early, late, lateLessEarly, lead: preTrend(panel).mean, other };
  return verdict(findings, { lowerIsBetter });
}

async function panelsOf(scenario: Scenario, seed = 1): Promise<DemoPanels> {
  // Estimates of one organisation differ by chance; what is owed of each is said of this one.
  const config = { scenario, seed };
  return demoPanels((await demoMeasured(config)).held, config);
}

function covers({ lower, upper }: Estimate, value: number): boolean {
  return lower <= value && value <= upper;
}

describe('estimates from the facts of a demo', () => {
  it.each<[Scenario, { found: readonly Measure[]; early: boolean; later: boolean; seed?: number }]>([
    ['real-gain', { found: ['logHours', 'logOpened'], early: true, later: true }],
    ['gain-with-cost', { found: ['logHours', 'logOpened'], early: true, later: true }],
    ['faded', { found: [], early: true, later: false, seed: 7 }],
    ['stalled', { found: [], early: true, later: false, seed: 7 }],
    ['no-change', { found: [], early: false, later: false }],
    ['everyone-faster', { found: [], early: false, later: false }],
  ])('of %s cover what was planted, and claim it only where it lasts', async (scenario, owed) => {
    const panels = await panelsOf(scenario, owed.seed);
    for (const measure of MEASURES) {
      for (const target of [ALL, EARLY, LATER]) {
        const truth = plantedIn(panels, measure, target);
        expect([measure, truth, covers(estimated(panels[measure], target), truth)]).toEqual([
          measure,
          truth,
          true,
        ]);
      }
      expect([measure, covers(estimated(panels[measure], ALL), 0)]).toEqual([
        measure,
        !owed.found.includes(measure),
      ]);
    }
    // In a world with a step for all, before and after alone would find a gain in every team.
    if (scenario === 'everyone-faster') expect(naiveChange(panels.logHours)).toBeLessThan(-0.15);
    const { logHours } = panels;
    expect(covers(estimated(logHours, EARLY), 0)).toBe(!owed.early);
    expect(covers(estimated(logHours, LATER), 0)).toBe(!owed.later);
    if (scenario === 'no-change') {
      expect(['better', 'worse', 'gain faded']).not.toContain(verdictOf(logHours, true));
      expect(['better', 'worse', 'gain faded']).not.toContain(verdictOf(panels.logOpened, false));
    }
  });
});

it('facts that went through the store are the ones that these estimates rest on', async () => {
  const config: DemoConfig = { scenario: 'real-gain', size: 0.1 };
  const store = await writeDemo(temporaryFolder(), config);
  const stored = (await collected(store.allFacts())).flat();
  store.close();
  const { facts } = await demoMeasured(config);
  // Which deployment contains which merge, which key is one of an issue, and what came after a merge is the store's business, and no
  // estimate here rests on it; who a person is follows from
  // issues too, but only by another name.
  const comparable = (all: readonly PullRequestFact[]) => {
    const numbers = new Map<string | null, number>();
    const numberOf = (person: string | null) => {
      const number = numbers.get(person) ?? numbers.size;
      numbers.set(person, number);
      return number;
    };
    return all
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map((fact) => ({
        ...{ ...fact, ...NO_AFTERMATH, deployedAt: null, issues: 0 },
        person: numberOf(fact.person),
      }));
  };
  expect(facts.length).toBeGreaterThan(2500);
  expect(comparable(facts)).toEqual(comparable(stored));
});
