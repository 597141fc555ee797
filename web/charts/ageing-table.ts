import type { Ageing, OpenAge } from '../../server/contract/index.ts';
import { number } from '../../server/words/number.ts';
import type { LinkedTable } from './linked-table.ts';

/** One row an age, one column for what is waited for; then the oldest ones, each with how long it has been open. */
export function ageingTable(
  { bands, states, oldest }: Ageing,
  hrefOf: (age: OpenAge) => string,
  itemOf: (id: string) => string,
): LinkedTable {
  const counts = (band: number) => states.map((state) => state.counts[band] ?? 0);
  return {
    columns: ['Open for', ...states.map(({ name }) => name), 'All'],
    rows: [
      ...bands.map(({ name }, band) => {
        const all = counts(band).reduce((sum, one) => sum + one, 0);
        return [name, ...counts(band).map(number), number(all)];
      }),
      ...oldest.map(({ name, age, waiting }) => [
        name,
        ...states.map((state) => (state.waiting === waiting ? age : '')),
        '',
      ]),
    ],
    links: [
      ...bands.map(({ age }, band) => (counts(band).some((one) => one > 0) ? hrefOf(age) : null)),
      ...oldest.map(({ id }) => itemOf(id)),
    ],
  };
}
