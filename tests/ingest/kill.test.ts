import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../server/store/open.ts';
import { MIGRATIONS } from '../support/open-store.ts';
import { startUptake, uptake } from '../support/program.ts';
import { randomHistory, seededRandom } from '../support/random-history.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const KILLS = 20;

async function digestOf(data: string): Promise<string> {
  const store = openStore({ file: join(data, 'uptake.db'), migrations: MIGRATIONS });
  return store.digest().finally(store.close);
}

test(`an ingest that is killed at ${KILLS} seeded moments ends, after the next run, like an undisturbed one`, async () => {
  const folder = temporaryFolder();
  const { repository, tips } = randomHistory(7, 500);
  const clone = repository.point('main', tips.at(-1)).path;
  const undisturbed = join(folder, 'undisturbed');
  const { code, took } = await uptake(['ingest', 'git', clone, '--data', undisturbed]);
  expect(code).toBe(0);
  const wanted = await digestOf(undisturbed);
  const random = seededRandom(11);
  let within = took;

  for (let killed = 0; killed < KILLS; ) {
    const data = join(folder, `killed-${killed}`);
    const ingest = startUptake(['ingest', 'git', clone, '--data', data]);
    const timer = setTimeout(() => ingest.child.kill('SIGKILL'), random() * within);
    const ended = await ingest.ended;
    clearTimeout(timer);
    // One that was done before the shot says how fast this machine is by now; the next shot comes earlier.
    if (ended.signal === 'SIGKILL') killed += 1;
    else within = Math.min(within, ended.took);
    expect(await uptake(['ingest', 'git', clone, '--data', data])).toMatchObject({ code: 0 });
    expect(await digestOf(data), `after kill ${killed}`).toBe(wanted);
    rmSync(data, { recursive: true });
  }
});
