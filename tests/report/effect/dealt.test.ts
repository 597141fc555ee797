import { describe, expect, it } from 'vitest';
import { drawnOrder } from '../../../server/model/drawn-order.ts';
import { effectOf } from '../../../server/report/effect/effect.ts';
import { impactAnswer } from '../../../server/report/effect/impact.ts';
import type { Primary } from '../../../server/report/effect/primary.ts';
import type { Held } from '../../../server/report/live.ts';
import { verdictAnswer } from '../../../server/report/verdict/verdict.ts';
import { scenarioHeld } from '../../support/scenario-held.ts';

const LATER = { now: Date.UTC(2025, 11, 15), running: null, failed: null };
const held = scenarioHeld('real_improvement');

function timeOf(held: Held, team: readonly string[] = []): Primary {
  const found = effectOf(held, held.rollouts[0] ?? null, team);
  if ('nothing' in found) throw new Error(found.nothing);
  return found.primaries.time;
}

/** So many teams that start, from one on, and that do not. */
function some(starters: number, others: number, from = 0): string[] {
  const [rollout] = held.rollouts;
  const of = (started: boolean) =>
    rollout?.starts.flatMap(({ teamId, day }) => ((day !== null) === started ? [teamId] : [])) ?? [];
  return [...of(true).slice(from, from + starters), ...of(false).slice(0, others)];
}

/** Eight teams, of which three to five start, in several ways. */
const SETS = [3, 4, 5].flatMap((starters) => [0, 3, 6, 9].map((from) => some(starters, 8 - starters, from)));

describe('Starts dealt out to other teams', () => {
  it('hardly ever make as large a difference where there is an effect, and are the same each time', () => {
    const { dealt, verdict } = timeOf(held);
    expect(dealt).toMatchObject({ teams: 24, orders: 120, isEvery: false, lot: null, p: 1 / 120 });
    expect(verdict).toBe('better');
    expect(timeOf({ ...held }).dealt).toEqual(dealt);
  });

  it('often do where there is none', () => {
    const { dealt } = timeOf(scenarioHeld('simpson_ai_prs'));
    expect(dealt?.p).toBeGreaterThan(0.05);
  });

  it('are said with how they were dealt', () => {
    const { working } = impactAnswer(held, {}, LATER).data;
    expect(working?.lots.map(({ name }) => name)).toEqual(['Time to merge', 'Pull requests merged']);
    const [time] = working?.lots ?? [];
    expect(time?.sentence).toBe('As large in about 8 of 1,000 orders (p = 0.0083)');
    expect(time?.meaning).toContain('The order was chosen, so this is a check and no proof');
  });

  it('are drawn as the lot was where one decided the order', () => {
    const [rollout] = held.rollouts;
    if (rollout === undefined) throw new Error('there is a rollout');
    const teams = drawnOrder(
      7,
      rollout.starts.map(({ teamId }) => teamId),
    );
    const days = rollout.starts.flatMap(({ day }) => day ?? []).sort();
    const starts = teams.map((teamId, turn) => ({ teamId, day: days[turn] ?? null }));
    const draw = { at: Date.UTC(2025, 0, 6), seed: 7, teams };
    const drawn = { ...held, rollouts: [{ ...rollout, starts, draw }] };
    expect(timeOf(drawn).dealt?.lot).toBe(24);
    const { working } = impactAnswer(drawn, {}, LATER).data;
    expect(working?.grade).toBe('A');
    expect(working?.lots[0]?.meaning).toContain(
      'The order was drawn by lot, and is drawn again among the 24 teams',
    );
  });
});

describe('With fewer than twelve teams', () => {
  it('a clear range is told where starts dealt out bear it out', () => {
    const { dealt, findings, verdict, isUnconfirmed } = timeOf(held, some(7, 4));
    expect(dealt).toMatchObject({ teams: 11, orders: 1000 });
    expect(findings.dealt).toBe(dealt);
    expect(dealt?.p).toBeLessThan(0.025);
    expect([verdict, isUnconfirmed]).toEqual(['better', false]);
  });

  it('every order is looked at where there are few', () => {
    const dealt = timeOf(held, some(3, 5)).dealt;
    expect(dealt).toMatchObject({ teams: 8, isEvery: true });
    expect(dealt?.orders).toBeLessThan(400);
  });

  it('a clear range that they do not bear out is no finding, and says so', () => {
    const teams = SETS.find((one) => timeOf(held, one).isUnconfirmed);
    if (teams === undefined) throw new Error('one of the sets is not borne out');
    const { data } = verdictAnswer(held, { team: teams }, LATER);
    expect(data.said.row).toBe('not-enough');
    expect(data.said.tone).toBeNull();
    expect(data.said.under).toMatch(
      /but starts dealt out by lot make as large a difference in about \d+ of 100 orders/,
    );
    expect(data.said.under).toContain('With fewer than 12 teams both have to agree.');
    expect(data.numbers[0]).toMatchObject({ key: 'speed', standing: 'cannot' });
    const [time] = impactAnswer(held, { team: teams }, LATER).data.effects?.rows ?? [];
    expect(time?.standing).toBe('none');
  });
});
