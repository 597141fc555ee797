import { parseArgs } from 'node:util';
import { authorWorlds } from '../tests/support/null-worlds/authors.ts';
import { falseAlarms } from '../tests/support/null-worlds/false-alarms.ts';
import { panelWorlds } from '../tests/support/null-worlds/panels.ts';
import { rowWorlds, seriesWorlds } from '../tests/support/null-worlds/rows.ts';

/** False alarms at 5 % of every method in worlds where nothing happens; a share outside chance fails the run. */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, only: { type: 'string' }, json: { type: 'boolean' } },
});
const runs = Number(values.runs);
const sizes = [8, 12, 24];
const groups = [
  ...[...panelWorlds, ...authorWorlds, ...rowWorlds].map((world) => ({ world, sizes })),
  ...seriesWorlds.map((world) => ({ world, sizes: [24, 36, 72] })),
];
const rows: Record<string, string | number | boolean>[] = [];
for (const { world, sizes: own } of groups) {
  if (values.only !== undefined && !new RegExp(values.only).test(world.name)) continue;
  for (const size of own) {
    const { share, refused, lowest, highest } = falseAlarms(world, size, runs, size);
    const percent = (value: number): number => Number((100 * value).toFixed(2));
    rows.push({
      method: world.name,
      size,
      'alarms, %': percent(share),
      'chance allows, %': `${percent(lowest)} to ${percent(highest)}`,
      refused,
      ok: share >= lowest && share <= highest,
    });
  }
}
if (values.json) console.log(JSON.stringify(rows));
else console.table(rows);
process.exitCode = rows.some(({ ok }) => ok === false) ? 1 : 0;
