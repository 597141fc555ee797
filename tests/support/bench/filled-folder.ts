import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { alone } from '../../../server/ingest/lease.ts';
import { weekTable } from '../../../server/model/week.ts';
import { openStore, type Store } from '../../../server/store/open.ts';
import { MIGRATIONS, world } from '../../../server/world.ts';
import { someQuestions } from './asked-questions.ts';
import { type Served, startServed } from './served.ts';
import type { Size } from './synthetic-facts.ts';
import { changeFacts, writeFacts } from './written-facts.ts';

/** Lends the store of a data folder, with the right to write, as an ingest has it. */
export async function writing<Result>(
  data: string,
  work: (store: Store, holder: string) => Promise<Result>,
): Promise<Result> {
  const store = openStore({ file: join(data, 'uptake.db'), migrations: MIGRATIONS });
  try {
    return await alone(store, world({ data, zone: 'UTC' }), (holder) => work(store, holder));
  } finally {
    store.close();
  }
}

/** Puts an organisation of some size into a data folder, as an ingest leaves it behind; returns the megabytes of a server without. */
export async function fillFolder(data: string, size: Size): Promise<number> {
  await writing(data, async () => undefined);
  const server = await startServed(data);
  await server.ask(someQuestions(200, 1, new Map()));
  const megabytes = server.megabytes();
  await server.end();
  await writing(data, async (store, holder) => {
    await writeFacts(store, holder, size);
    await store.keepSnapshot(holder, weekTable('UTC'));
  });
  return megabytes;
}

/** Changes a share of all facts, all over; returns the seconds from the last commit until a server answers from it. */
export function secondsUntilShown(data: string, size: Size, share: number, served: Served): Promise<number> {
  return writing(data, async (store, holder) => {
    await changeFacts(store, holder, size, share, 1);
    const [began, wanted] = [performance.now(), await store.generation()];
    while ((await served.generation()) < wanted) await pause(20);
    return (performance.now() - began) / 1000;
  });
}
