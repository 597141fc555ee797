import { describe, expect, it } from 'vitest';
import { drawnOrder } from '../../../server/model/drawn-order.ts';
import { DAY } from '../../../server/model/instant.ts';
import type { Rollout } from '../../../server/model/rollout.ts';
import { type Effect, effectOf } from '../../../server/report/effect/effect.ts';
import { isDrawn } from '../../../server/report/effect/grade.ts';
import { impactAnswer } from '../../../server/report/effect/impact.ts';
import type { Held } from '../../../server/report/live.ts';
import { scenarioHeld } from '../../support/scenario-held.ts';

const LATER = { now: Date.UTC(2025, 0, 6) + 49 * 7 * DAY, running: null, failed: null };

/** The same organisation with other starts, in the order of its teams. */
function withStarts(held: Held, dayOf: (team: number) => string | null): Held {
  return {
    ...held,
    rollouts: held.rollouts.map((rollout) => ({
      ...rollout,
      starts: rollout.starts.map(({ teamId }, team) => ({ teamId, day: dayOf(team) })),
    })),
  };
}

function effect(held: Held, teams: readonly string[] = []): Effect {
  const [rollout = null] = held.rollouts;
  const found = effectOf(held, rollout, teams);
  if ('nothing' in found) throw new Error(found.nothing);
  return found;
}

const held = scenarioHeld('real_improvement');
const WEEK_29 = '2025-07-21';

describe('The strongest method that the data allow', () => {
  it('is a comparison where enough teams started and enough had not', () => {
    const { primaries, counts } = effect(held);
    expect(primaries.method).toBe('compared');
    expect(counts).toMatchObject({ teams: 24, started: 16, notStarted: 8, weeksBefore: 16, weeksAfter: 32 });
  });

  it('is a series where every team started at once, which nobody can be compared with', () => {
    const { data } = impactAnswer(
      withStarts(held, () => WEEK_29),
      {},
      LATER,
    );
    expect(data.working).toMatchObject({ method: 'series', grade: 'C' });
    expect(data.working?.why).toContain('Every team started, so we cannot rule out other reasons.');
    expect(data.eventStudy).toBeNull();
    expect(data.trend?.expected.length).toBeGreaterThan(2);
    expect(data.working?.placebos).toHaveLength(3);
  });

  it('is a plain before and after for two teams, which decides nothing', () => {
    const { primaries } = effect(held, ['team-1', 'team-2']);
    expect(primaries.method).toBe('before-after');
    expect(primaries.time.verdict).toBe('not enough data');
    expect(primaries.panel.failed).toContain('teams');
  });
});

describe('An effect', () => {
  it('is found once for a state of the data and a question', () => {
    expect(effect(held)).toBe(effect(held));
    expect(effect(held, ['team-1', 'team-2'])).not.toBe(effect(held));
    expect(effect({ ...held })).not.toBe(effect(held));
  });

  it('comes with placebos, sensitivities and what was plain, none of which is the headline', () => {
    const { data } = impactAnswer(held, {}, LATER);
    const { working, eventStudy, teams, distribution, effects } = data;
    expect(working?.sensitivities.map(({ name }) => name)).toContain('All people');
    expect(working?.crossCheck).toHaveLength(1);
    expect(working?.smallest).toContain('a change of about 11 % or more would be seen');
    expect(eventStudy?.points.filter(({ side }) => side === 'lead').map(({ period }) => period)).toEqual([
      -3, -2, -1,
    ]);
    expect(teams?.teams.map(({ name }) => name)).toHaveLength(24);
    expect(distribution?.bins.reduce((sum, { after }) => sum + after, 0)).toBeCloseTo(1, 9);
    expect(effects?.rows[0]).toMatchObject({ key: 'time', standing: 'better', word: 'better' });
  });

  it('is refused of a team of fewer than five people', () => {
    const tiny = scenarioHeld('tiny_org');
    expect(() => impactAnswer(tiny, { team: ['team-1'] }, LATER)).toThrow(/shown only as part of others/);
  });
});

describe('An order drawn by lot', () => {
  const teams = drawnOrder(1, ['t0', 't1', 't2']);
  const drawn = (days: readonly (string | null)[], more: Rollout['starts'] = []): Rollout => ({
    ...{ id: 'r', name: 'R', tool: null, kind: 'assistant' },
    starts: [...days.map((day, place) => ({ teamId: teams[place] ?? '', day })), ...more],
    draw: { at: Date.UTC(2026, 0, 1), seed: 1, teams },
  });

  it('is the strongest evidence where it was kept', () => {
    expect(isDrawn(drawn(['2026-01-05', '2026-02-02', null]), 'UTC')).toBe(true);
  });

  it('is none where somebody started before those who were drawn earlier, before the draw, or was not drawn', () => {
    expect(isDrawn(drawn(['2026-02-02', '2026-01-05', null]), 'UTC')).toBe(false);
    expect(isDrawn(drawn([null, '2026-01-05', null]), 'UTC')).toBe(false);
    expect(isDrawn(drawn(['2025-12-01', '2026-02-02', null]), 'UTC')).toBe(false);
    const another = [{ teamId: 't9', day: '2026-03-02' }];
    expect(isDrawn(drawn(['2026-01-05', null, null], another), 'UTC')).toBe(false);
    expect(isDrawn({ ...drawn(['2026-01-05']), draw: null }, 'UTC')).toBe(false);
  });
});
