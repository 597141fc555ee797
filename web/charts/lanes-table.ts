import type { Lanes, Stretch } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { number } from '../../server/words/number.ts';
import { type LinkedTable, partNames } from './linked-table.ts';

/** One row a lane and part; the difference stands with the later one. */
export function lanesTable(
  { lanes, unit }: Lanes,
  itemsOf: (measure: Lanes['lanes'][number]['measure'], part: Stretch) => string,
  { lane: ofLanes, items }: { lane: string; items: string } = { lane: 'Phase', items: 'Pull requests' },
): LinkedTable {
  const compared = lanes.some(({ change }) => change !== null);
  const each = lanes.flatMap((lane) => lane.parts.map((part) => ({ lane, part })));
  const hours = (value: number | null) => (value === null ? '–' : amount(value, unit));
  return {
    columns: [
      ofLanes,
      'Value',
      '25th percentile',
      '75th percentile',
      items,
      ...(compared ? ['Difference', 'Likely range'] : []),
    ],
    rows: each.map(({ lane: { name, change }, part }) => [
      part.part === 'whole' ? name : `${name}, ${partNames[part.part].toLowerCase()}`,
      absence(part) ?? amount(part.value ?? 0, unit),
      hours(part.low),
      hours(part.high),
      `${number(part.n)} of ${number(part.of)}`,
      ...(compared ? differenceCells(part, change) : []),
    ]),
    links: each.map(({ lane, part }) => (part.n === 0 ? null : itemsOf(lane.measure, part))),
  };
}

function differenceCells({ part }: Stretch, change: Lanes['lanes'][number]['change']): string[] {
  if (part !== 'after' || change === null) return ['', ''];
  return [change.short, change.range ?? '–'];
}

/** "too few (3)", "no data", or null where there is a value. */
function absence({ state, n }: Pick<Stretch, 'state' | 'n'>): string | null {
  if (state === 'too-few') return `too few (${number(n)})`;
  return state === 'empty' ? 'no data' : null;
}
