import type { SeriesAnswer } from '../contract/series.ts';

type Cell = string | number | boolean | null;

/**
 * A series as RFC 4180: CRLF, a comma, one header. The filters are columns of their own and not lines above the header,
 * so that every line has the same fields and each keeps its question when files are put together. Unknown is an empty cell.
 */
export function seriesCsv(
  { asked, dataUntil, demo, data }: SeriesAnswer,
  teamNames: ReadonlyMap<string, string>,
): string {
  const { definition, points } = data;
  const counted = /^(?:pull requests|issues|share of)/.test(definition.unit);
  const header = [
    'week',
    'measure',
    'unit',
    'statistic',
    'value',
    'p25',
    'p75',
    'state',
    'n',
    'of',
    'still_open',
    'people',
    'may_change',
    'running',
    'grouped_by',
    'window',
    'repository',
    'team',
    'data_until',
    'data',
  ];
  const rows = points.map((point) => [
    point.week,
    definition.id,
    definition.unit,
    counted ? (definition.unit.startsWith('share') ? 'share' : 'count') : asked.stat,
    point.value,
    point.low,
    point.high,
    point.state,
    point.n,
    point.of,
    point.open,
    point.people,
    point.young || point.running,
    point.running,
    definition.weeks === 'end' ? 'week-end' : asked.by,
    windowOf(asked),
    asked.repo ?? 'all',
    asked.team.length === 0 ? 'all' : asked.team.map((id) => teamNames.get(id) ?? id).join('; '),
    dataUntil,
    demo ? 'demo' : 'real',
  ]);
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** "52w"; of a window of its own "2026-01-05 to 2026-06-28", "from 2026-01-05", "12w to 2026-06-28". */
function windowOf({ window, from, to }: SeriesAnswer['asked']): string {
  if (from === null) return to === null ? window : `${window} to ${to}`;
  return to === null ? `from ${from}` : `${from} to ${to}`;
}

/** "uptake-cycle-time-52w.csv" */
export function seriesCsvName({ asked, data }: SeriesAnswer): string {
  return `uptake-${data.definition.id}-${windowOf(asked).replaceAll(' ', '-')}.csv`;
}
