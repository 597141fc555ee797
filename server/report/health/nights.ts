import type { Night } from '../../contract/health.ts';
import type { Instant } from '../../model/instant.ts';
import type { Run } from '../../model/run.ts';
import { dayStarts } from '../../model/week.ts';
import { clockTime, localDay, weekdayAndDate } from '../../words/date.ts';
import { list } from '../../words/list.ts';
import { count } from '../../words/number.ts';

const NIGHTS = 30;

/** What is a night's name in the strip, and how its last run ended in words. */
const ENDED: Record<'done' | 'stopped' | 'failed' | 'broken', string> = {
  done: 'read to the end',
  stopped: 'stopped early, the next run carries on',
  failed: 'failed',
  broken: 'broke off: the program or the machine was stopped',
};

/**
 * One cell a night for the last thirty, the oldest first: the calendar day of the zone in which a run began. Of several runs
 * of a day the last one counts, for it is what the data rest on. `running`: the newest run is at work.
 */
export function nightsOf(runs: readonly Run[], now: Instant, zone: string, running: boolean): Night[] {
  const today = localDay(now, zone);
  const starts = dayStarts(zone);
  const ofDay = Map.groupBy(
    runs.filter(({ startedAt }) => startedAt >= starts(today, 1 - NIGHTS)),
    ({ startedAt }) => localDay(startedAt, zone),
  );
  return Array.from({ length: NIGHTS }, (_, index) => {
    // Midday is of that day in every zone and under every change of clocks.
    const day = localDay(starts(today, index - NIGHTS + 1) + 12 * 3_600_000, zone);
    const all = ofDay.get(day) ?? [];
    const [last] = all;
    return nightOf(day, all, { isToday: day === today, running: running && last === runs[0] }, zone);
  });
}

function nightOf(
  day: string,
  runs: readonly Run[],
  { isToday, running }: { isToday: boolean; running: boolean },
  zone: string,
): Night {
  const name = weekdayAndDate(day);
  const [last] = runs;
  if (last === undefined) {
    return isToday
      ? { day, state: 'due', words: `${name}, today: no run yet` }
      : { day, state: 'none', words: `${name}: no run` };
  }
  if (running)
    return { day, state: 'running', words: `${name}: running since ${clockTime(last.startedAt, zone)}` };
  const how = last.outcome ?? 'broken';
  const at = clockTime(last.endedAt ?? last.startedAt, zone);
  const beside = runs.length === 1 ? '' : ` (the last of ${runs.length} runs)`;
  return {
    day,
    state: last.outcome ?? 'failed',
    words: `${name}, ${at}: ${ENDED[how]}${beside}`,
  };
}

/** "27 of the last 30 nights went well; 2 failed, 1 had no run." */
export function nightsInWords(nights: readonly Night[]): string {
  const over = nights.filter(({ state }) => state !== 'due' && state !== 'running');
  const many = (state: Night['state']) => over.filter((night) => night.state === state).length;
  const first = over.findIndex(({ state }) => state !== 'none');
  // Nights before the first run are nobody's fault.
  const before = first < 0 ? over.length : first;
  const since = over.length - before;
  if (since === 0 && nights.at(-1)?.state === 'running') return 'Its first run is at work now.';
  if (since === 0) return 'It has not run in the last 30 nights.';
  const others = [
    { many: many('stopped'), what: 'stopped early' },
    { many: many('failed'), what: 'failed' },
    { many: many('none') - before, what: 'had no run' },
  ].filter((one) => one.many > 0);
  const well = many('done');
  const of = before === 0 ? 'the last' : 'the';
  const when = before === 0 ? '' : ' since the first run';
  if (since === 1)
    return well === 1
      ? 'It has run in one night so far, which went well.'
      : 'It has run in one night so far.';
  const said =
    well === since
      ? `All of ${of} ${count(since, 'night')}${when} went well`
      : `${well} of ${of} ${count(since, 'night')}${when} went well`;
  return others.length === 0
    ? `${said}.`
    : `${said}; ${list(others.map((one) => `${one.many} ${one.what}`))}.`;
}
