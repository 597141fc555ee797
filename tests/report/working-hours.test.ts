import { describe, expect, it } from 'vitest';
import { HOUR } from '../../server/model/instant.ts';
import { usualCalendar, type WorkingCalendar } from '../../server/model/working-hours.ts';
import type { Held } from '../../server/report/live.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { workingClocks } from '../../server/report/working-clocks.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';

const DAYS = 14 * 24 * HOUR;
/** Twelve of two teams, each opened on Monday at noon and merged a day later. */
const facts = Array.from({ length: 12 }, (_, number) =>
  forgeFact(number, {
    ...{ openedAt: MONDAY + 3 * HOUR, mergedAt: MONDAY + 27 * HOUR },
    ...{ person: `p${number}`, teams: [number < 6 ? 'night' : 'day'], teamBasis: 'stated' },
  }),
);

function held(calendar: Partial<WorkingCalendar> = {}): Held {
  const all = heldOf(facts, [freshForge(MONDAY + DAYS)], 'UTC', ['night', 'day']);
  return { ...all, calendar: { ...usualCalendar('UTC'), ...calendar } };
}

const view = { by: 'merge', hours: 'working' } as const;
const first = (one: Held, team: string[] = []) =>
  seriesAnswer(one, 'time-to-merge', { ...view, ...(team.length > 0 && { team }) });

describe('A series in working hours', () => {
  it('is echoed, and says so wherever it says hours', () => {
    const { asked, data } = first(held());
    expect(asked.hours).toBe('working');
    expect(data.definition.unit).toBe('working hours');
    expect(data.definition.formula).toMatch(/^Working hours from the opening/);
    expect(data.definition.limits.at(-1)).toContain('Monday to Friday, 09:00 to 17:00 (UTC)');
    expect(data.howToRead).toMatch(/^Working hours from opening to merge/);
    // From noon to five, and from nine to noon.
    expect(data.points[0]?.value).toBe(8);
    expect(data.description).toContain('8 working hours');
  });

  it('stands beside the same series in calendar hours, whichever is asked first', () => {
    const one = held();
    const calendar = () => seriesAnswer(one, 'time-to-merge', { by: 'merge' }).data.points[0]?.value;
    expect([calendar(), first(one).data.points[0]?.value, calendar()]).toEqual([24, 8, 24]);
  });

  it('goes by a team’s own hours, told by its name in any spelling', () => {
    const hours = { ...usualCalendar('UTC'), from: 22 * 60, to: 6 * 60 };
    const one = held({ teams: [{ ...hours, team: ' the  NIGHT', to: 4 * 60 }] });
    expect(first(one, ['night']).data.points[0]?.value).toBe(6);
    expect(first(one, ['day']).data.points[0]?.value).toBe(8);
    expect(first(one).data.definition.limits.at(-1)).toContain('1 team has others');
  });

  it('goes by the organisation’s where work is that of several teams', () => {
    const hours = { ...usualCalendar('UTC'), from: 0, to: 24 * 60 };
    const one = held({ teams: [{ ...hours, team: 'The night' }] });
    const { teamSets } = one.snapshot;
    const { clockOf } = workingClocks(one);
    const both = clockOf(teamSets.add('["day","night"]'));
    expect([both, clockOf(teamSets.add('[]'))]).toEqual([clockOf(teamSets.add('["day"]')), both]);
    expect(clockOf(teamSets.add('["night"]'))).not.toBe(both);
  });

  it('warns of hours for a team that there is not', () => {
    const one = held({ teams: [{ ...usualCalendar('UTC'), team: 'Ghosts' }] });
    expect(first(one).warnings).toContainEqual({
      code: 'calendar-team-unknown',
      message: 'The calendar in uptake.yaml has hours of Ghosts, but there is no such team.',
    });
    expect(seriesAnswer(one, 'time-to-merge', {}).warnings.map(({ code }) => code)).not.toContain(
      'calendar-team-unknown',
    );
  });

  it.each(['batch-size', 'merged-pull-requests', 'age-of-open-work'])('%s plays no part in it', (measure) => {
    const { asked, warnings } = seriesAnswer(held(), measure, { hours: 'working' });
    expect(asked.hours).toBe('calendar');
    expect(warnings.map(({ code }) => code)).toContain('hours-not-used');
  });

  it('keeps its clocks while neither calendar nor teams change', () => {
    const one = held();
    const again = { ...one, teamNames: new Map(one.teamNames), calendar: { ...one.calendar } };
    expect(workingClocks(again)).toBe(workingClocks(one));
    expect(workingClocks({ ...one, calendar: { ...one.calendar, holidays: ['2026-08-10'] } })).not.toBe(
      workingClocks(one),
    );
  });
});
