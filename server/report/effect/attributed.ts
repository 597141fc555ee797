import type { Chunk } from '../../facts/columns/chunk.ts';
import { AI_TRACES, UNKNOWN } from '../../facts/columns/column.ts';
import { minutesToMerge } from '../../metrics/phase-minutes.ts';
import { cannot } from '../../stats/cannot.ts';
import { GATES } from '../../stats/decision/gates.ts';
import { at } from '../../stats/numbers.ts';
import { outcomeAt, type Panel, unitsOf } from '../../stats/panel/panel.ts';
import { count } from '../../words/number.ts';
import { type Beside, estimated } from './beside.ts';
import { logPanel } from './cells.ts';
import { comparable } from './comparison.ts';
import { type Entries, entriesOf } from './entries.ts';
import type { Gathered } from './gathered.ts';
import { placedPullRequests } from './phases.ts';
import type { Primaries } from './primary.ts';

type Trace = (typeof AI_TRACES)[number];

const CHOICE =
  'People choose for which work they use AI, so this mixes what AI does with what it is taken for: it describes.';

/** What counts as touched by AI since the starts: all that a team does (the headline), work with certain marks, work with any trace. */
export function attributedRows(gathered: Gathered, { method, time }: Primaries): Beside[] {
  if (method !== 'compared') return [];
  const placed = placedPullRequests(gathered);
  const { clock, entries } = gathered;
  const all = clock.of === 'pull requests' ? entries : entriesOf(placed, minutesToMerge);
  const row = (name: string, what: string, traces: readonly Trace[]): Beside => {
    const codes = new Set(traces.map((trace) => AI_TRACES.indexOf(trace)));
    const isIn = ({ aiTrace }: Chunk, row: number) => codes.has(aiTrace[row] ?? 0);
    const marked = entriesOf(placed, (chunk, row) =>
      isIn(chunk, row) ? minutesToMerge(chunk, row) : UNKNOWN,
    );
    return {
      name: clock.of === 'issues' ? `${name}, time to merge` : name,
      meaning: `Since the starts only pull requests ${what}, against the same comparison. ${CHOICE}`,
      ...markedEffect(gathered, all, marked),
    };
  };
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

/** The effect on what is marked since the starts; with why it cannot be told. */
function markedEffect(
  { frame, units }: Gathered,
  all: Entries,
  marked: Entries,
): Pick<Beside, 'estimate' | 'why'> {
  const since = marked.week.reduce((sum, week, entry) => {
    const start = units[marked.unit[entry] ?? 0]?.start ?? null;
    return start !== null && week >= start ? sum + 1 : sum;
  }, 0);
  const panel = sinceStarts(logPanel(frame, units, all), logPanel(frame, units, marked));
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
