import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { organisationOf } from '../../server/organisation/desk.ts';
import { openStore } from '../../server/store/open.ts';
import { MIGRATIONS } from '../support/open-store.ts';
import { startUptake, uptake } from '../support/program.ts';
import { seededRandom } from '../support/random-history.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const KILLS = 8;
const HEADER = 'team,login_or_email,from,to\r\n';

const rosterOf = (team: string) =>
  HEADER + Array.from({ length: 3000 }, (_, n) => `${team},person-${n},,2026-01-31\r\n`).join('');

async function stateOf(data: string): Promise<{ lines: string[]; teams: number; changes: number }> {
  const store = openStore({ file: join(data, 'uptake.db'), migrations: MIGRATIONS });
  const desk = organisationOf(store, { now: () => 0, zone: 'UTC' });
  const lines = (await desk.exportRoster()).trim().split('\r\n').slice(1);
  const teams = new Set(lines.map((line) => line.split(',')[0])).size;
  const changes = (await desk.changes(200, null)).length;
  store.close();
  return { lines, teams, changes };
}

test(`an import of a roster that is killed at ${KILLS} seeded moments leaves all of it or nothing`, async () => {
  const [data, files] = [temporaryFolder(), temporaryFolder()];
  const file = (name: string) => join(files, `${name}.csv`);
  for (const team of ['A', 'B']) writeFileSync(file(team), rosterOf(team));
  const { code, took } = await uptake(['teams', 'import', file('A'), '--data', data]);
  expect(code).toBe(0);
  const random = seededRandom(5);
  let [within, before] = [took, await stateOf(data)];

  for (let killed = 0, turn = 0; killed < KILLS; turn += 1) {
    const next = before.lines[0]?.startsWith('A') ? 'B' : 'A';
    const running = startUptake(['teams', 'import', file(next), '--data', data]);
    const timer = setTimeout(() => running.child.kill('SIGKILL'), (0.2 + 0.8 * random()) * within);
    const ended = await running.ended;
    clearTimeout(timer);
    // One that was done before the shot says how fast this machine is by now; the next shot comes earlier.
    if (ended.signal === 'SIGKILL') killed += 1;
    else within = Math.min(within, ended.took);
    const after = await stateOf(data);
    expect([after.lines.length, after.teams], `turn ${turn}`).toEqual([3000, 1]);
    const done = after.lines[0]?.startsWith(next);
    expect(after.changes, `turn ${turn}`).toBe(before.changes + (done ? 1 : 0));
    before = after;
  }
  expect(await uptake(['teams', 'export', '--data', data])).toMatchObject({ code: 0, stderr: '' });
});
