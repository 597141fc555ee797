import { AI_TRACES, UNKNOWN } from '../../facts/columns/column.ts';
import { minutesToMerge } from '../../metrics/phase-minutes.ts';
import { cannot } from '../../stats/cannot.ts';
import { GATES } from '../../stats/decision/gates.ts';
import { at } from '../../stats/numbers.ts';
import { outcomeAt, type Panel, unitsOf } from '../../stats/panel/panel.ts';
import { count } from '../../words/number.ts';
import { type Beside, estimated } from './beside.ts';
import { cellFinder, logPanel, logSums } from './cells.ts';
import { comparable } from './comparison.ts';
import { entriesOf, type Placed } from './entries.ts';
import type { Gathered } from './gathered.ts';
import { placedPullRequests } from './phases.ts';
import type { Primaries } from './primary.ts';

type Trace = (typeof AI_TRACES)[number];

const CHOICE =
  'People choose for which work they use AI, so this mixes what AI does with what it is taken for: it describes.';

/** What counts as touched by AI since the starts: all that a team does (the headline), work with certain marks, work with any trace. */
export function attributedRows(gathered: Gathered, { method, time }: Primaries): Beside[] {
  if (method !== 'compared') return [];
  const { clock, frame, units } = gathered;
  const placed = placedPullRequests(gathered);
  const whole =
    clock.of === 'pull requests'
      ? gathered.panel()
      : logPanel(frame, units, entriesOf(placed, minutesToMerge));
  const row = (name: string, what: string, traces: readonly Trace[]): Beside => ({
    name: clock.of === 'issues' ? `${name}, time to merge` : name,
    meaning: `Since the starts only pull requests ${what}, against the same comparison. ${CHOICE}`,
    ...markedEffect(whole, markedSince(gathered, placed, traces)),
  });
  return [
    {
      name: 'Exposure only',
      meaning:
        'The headline: every item of a team counts from its start on, whatever marks it bears or lacks. Two others follow.',
      estimate: time.findings.effect,
    },
    row('Strict attribution', 'with certain marks of AI', ['certain']),
    row('Broad attribution', 'with any trace of AI, weak ones too', ['certain', 'strong', 'trace']),
  ];
}

/** Time to merge of what bears some of the traces, and how much of it there is since the starts. */
function markedSince(
  { frame, units }: Gathered,
  placed: Placed,
  traces: readonly Trace[],
): { panel: Panel; since: number } {
  const isIn = AI_TRACES.map((trace) => traces.includes(trace));
  const cellOf = cellFinder(frame, units);
  const sums = logSums(frame, units);
  let since = 0;
  for (const { chunk, size, row, unit, week } of placed) {
    const { aiTrace } = chunk;
    for (let at = 0; at < size; at++) {
      const own = row[at] ?? 0;
      if (isIn[aiTrace[own] ?? 0] !== true) continue;
      const minutes = minutesToMerge(chunk, own);
      if (minutes === UNKNOWN) continue;
      const [place, begun] = [unit[at] ?? 0, week[at] ?? 0];
      const start = units[place]?.start ?? null;
      if (start !== null && begun >= start) since += 1;
      const cell = cellOf(place, begun);
      if (cell >= 0) sums.add(cell, minutes);
    }
  }
  return { panel: sums.panel(), since };
}

/** The effect on what is marked since the starts; with why it cannot be told. */
function markedEffect(
  whole: Panel,
  marked: { panel: Panel; since: number },
): Pick<Beside, 'estimate' | 'why'> {
  const { since } = marked;
  const panel = sinceStarts(whole, marked.panel);
  const told = unitsOf(panel).filter((unit) => hasTreated(panel, unit)).length;
  const why =
    since === 0
      ? 'no pull request since the starts carries such a mark'
      : `${count(since, 'pull request')} since the starts ${since === 1 ? 'carries' : 'carry'} one, too few for four weeks of ${GATES.starters} teams`;
  if (told < GATES.starters) return { estimate: cannot('too few observations'), why };
  return { estimate: estimated(comparable(panel)) };
}

/** Cells before the starts of one panel, and since the starts of another. */
function sinceStarts(before: Panel, since: Panel): Panel {
  const { periods, starts } = before;
  const outcome = Float64Array.from(before.outcome, (value, cell) => {
    const isSince = cell % periods >= at(starts, Math.floor(cell / periods));
    return isSince ? at(since.outcome, cell) : value;
  });
  return { ...before, outcome };
}

function hasTreated(panel: Panel, unit: number): boolean {
  for (let period = at(panel.starts, unit); period < panel.periods; period++) {
    if (!Number.isNaN(outcomeAt(panel, unit, period))) return true;
  }
  return false;
}
