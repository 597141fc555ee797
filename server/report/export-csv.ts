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
  const counted = definition.unit === 'pull requests';
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
    counted ? 'count' : asked.stat,
    point.value,
    point.low,
    point.high,
    point.state,
    point.n,
    point.of,
    point.running,
    asked.by,
    asked.window,
    asked.repo ?? 'all',
    asked.team.length === 0 ? 'all' : asked.team.map((id) => teamNames.get(id) ?? id).join('; '),
    dataUntil,
    demo ? 'demo' : 'real',
  ]);
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** "uptake-cycle-time-52w.csv" */
export function seriesCsvName({ asked, data }: SeriesAnswer): string {
  return `uptake-${data.definition.id}-${asked.window}.csv`;
}
