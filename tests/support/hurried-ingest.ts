import { join } from 'node:path';
import { ingest } from '../../server/ingest/ingest.ts';
import type { Asked } from '../../server/ingest/sources.ts';
import { openStore } from '../../server/store/open.ts';
import { MIGRATIONS, world } from '../../server/world.ts';

// The program's own ingest of one source, in a process of its own that may be killed, for which every wait that an outside
// system asks for is a thousand times shorter. Arguments: data folder, what is asked for as JSON. Prints the summary; exit
// code 1: failed. UPTAKE_TEST_NOW lets the clock stand still at an instant.

const [data = '', what = ''] = process.argv.slice(2);
const asked: Asked = JSON.parse(what);
const real = world({ data, zone: 'UTC' });
const told = process.env.UPTAKE_TEST_NOW;
const now = told === undefined ? real.now : () => Number(told);
const hurried = { ...real, now, wait: (ms: number, signal: AbortSignal) => real.wait(ms / 1000, signal) };
const store = openStore({ file: join(data, 'uptake.db'), migrations: MIGRATIONS });
const summary = await ingest([asked], store, hurried, () => {}, new AbortController().signal);
store.close();
process.stdout.write(JSON.stringify(summary));
process.exitCode = summary.failed.length + summary.stopped.length > 0 ? 1 : 0;
