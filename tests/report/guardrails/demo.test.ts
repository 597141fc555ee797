import { describe, expect, it } from 'vitest';
import { guardrailsAnswer } from '../../../server/report/guardrails/guardrails.ts';
import type { Scenario } from '../../../server/sources/demo/config.ts';
import { plantedTruth } from '../../../server/sources/demo/truth.ts';
import { demoHeld } from '../../support/demo-held.ts';

/** Reading a demo organisation takes so long on a busy machine. */
const PATIENCE = 600_000;

async function found(scenario: Scenario, size: number) {
  const held = await demoHeld({ scenario, seed: 2, size });
  const { data } = guardrailsAnswer(held, {});
  const standing = (id: string) =>
    data.guardrails.find(({ definition }) => definition.id === id)?.change?.standing ?? null;
  return { data, standing };
}

describe('In the demo', () => {
  it(
    'where all who start pay for their gain, it is said what they pay',
    async () => {
      const { data, standing } = await found('gain-with-cost', 0.5);
      for (const id of ['revert-rate', 'hotfix-rate', 'merged-without-review', 'large-pull-requests']) {
        expect(standing(id)).toBe('worse');
      }
      expect(data.size?.standing).toBe('worse');
      expect(data.finding).toMatch(/^Not without checking: reverts rose from/);
      expect(data.costLine).toMatch(/reverts rose.*unreviewed work rose.*pull requests are \d\d % larger/);
    },
    PATIENCE,
  );

  it(
    'where the quality of one team falls, that team is named and no other',
    async () => {
      const { data } = await found('real-gain', 1);
      const truth = plantedTruth({ scenario: 'real-gain', seed: 2 }, Date.UTC(2026, 10, 16, 3));
      const [fallen] = truth.teams.filter(({ cost }) => (cost?.unreviewed ?? 1) > 1);
      if (fallen === undefined) throw new Error('nothing is planted');
      expect(data.apart).toHaveLength(1);
      expect(data.apart[0]).toMatch(new RegExp(`^${fallen.team}: .*unreviewed work went from`));
      expect(data.finding).toContain(`not in ${fallen.team}`);
      expect(data.costLine).not.toMatch(/^Watch/);
    },
    PATIENCE,
  );

  it(
    'where nothing has changed, nothing is claimed',
    async () => {
      const { data } = await found('no-change', 0.5);
      const standings = data.guardrails.flatMap(({ change }) => change?.standing ?? []);
      expect(standings).toHaveLength(11);
      expect(standings.filter((one) => one !== 'usual' && one !== 'too-few')).toEqual([]);
      expect(data.apart).toEqual([]);
      expect(data.finding).toMatch(/^Nothing we can see got worse/);
    },
    PATIENCE,
  );
});
