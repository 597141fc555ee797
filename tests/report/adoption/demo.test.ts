import { describe, expect, it } from 'vitest';
import type { AdoptionName } from '../../../server/contract/adoption.ts';
import { adoptionFigureAnswer } from '../../../server/report/adoption/adoption-answers.ts';
import { adoptionRemark } from '../../../server/report/adoption/adoption-remark.ts';
import type { Held } from '../../../server/report/live.ts';
import type { Scenario } from '../../../server/sources/demo/config.ts';
import { plantedTruth, type TeamTruth } from '../../../server/sources/demo/truth.ts';
import { demoHeld } from '../../support/demo-held.ts';

/** What chance adds differs from organisation to organisation; what is owed is said of this one. */
const SEED = 2;

/** Reading a demo organisation takes so long on a busy machine. */
const PATIENCE = 900_000;

const finding = (held: Held, name: AdoptionName) => adoptionFigureAnswer(held, name, {}).data.finding;

function plantedIn(scenario: Scenario, is: (team: TeamTruth) => boolean): string[] {
  const { teams } = plantedTruth({ scenario, seed: SEED }, Date.UTC(2026, 10, 16, 3));
  return teams.filter(is).map(({ team }) => team);
}

describe('In the demo', () => {
  it(
    'the team that stalled and the one that goes back when it is busy are named',
    async () => {
      const held = await demoHeld({ scenario: 'real-gain', seed: SEED, size: 1 });
      const stalled = plantedIn('real-gain', ({ course }) => course === 'stalling');
      const back = plantedIn('real-gain', ({ backWhenBusy }) => backWhenBusy);
      expect(stalled.length).toBe(1);
      expect(back.length).toBe(1);
      expect(finding(held, 'share')).toMatch(new RegExp(`has fallen back in ${stalled[0]}$`));
      expect(adoptionRemark(held, held.rollouts[0] ?? null)).toContain(
        `Use has fallen back in ${stalled[0]}.`,
      );
      expect(finding(held, 'busy')).toMatch(
        new RegExp(
          `use is about as in others \\(.*\\); by what vendors tell, in ${back[0]} it is \\d+ points lower`,
        ),
      );
      expect(finding(held, 'use')).not.toContain('Marking changed');
      expect(finding(held, 'fate')).toMatch(/^The thousandth run still works/);
    },
    PATIENCE,
  );

  it(
    'where seven of eight teams stall and go back when they are busy, use falls in busy weeks in all of them together',
    async () => {
      // With the usual seed marks alone do not tell it: seven teams are few.
      const held = await demoHeld({ scenario: 'stalled', seed: 3, size: 1 });
      expect(finding(held, 'busy')).toMatch(/^In a busy week use is \d+ points lower \(\d+ to \d+ lower\)/);
      expect(finding(held, 'share')).toMatch(/^Use has fallen back in /);
    },
    PATIENCE,
  );

  it(
    'where nothing is gained and use holds, nothing is said to fall',
    async () => {
      const held = await demoHeld({ scenario: 'no-change', seed: SEED, size: 1 });
      expect(finding(held, 'share')).toMatch(/^Use holds in \d of \d teams that started$/);
      expect(finding(held, 'busy')).toMatch(/^In a busy week use is about as in others \([^)]*\)$/);
      expect(finding(held, 'fate')).toMatch(/^The thousandth run still works/);
      expect(adoptionRemark(held, held.rollouts[0] ?? null)).not.toContain('fallen back');
    },
    PATIENCE,
  );
});
