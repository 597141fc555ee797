import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { organisationOf } from './organisation/desk.ts';
import { openStore, type Store } from './store/open.ts';
import { list } from './words/list.ts';
import { count } from './words/number.ts';
import { MIGRATIONS } from './world.ts';

/** What the organisation has said of itself; `todo`: something is to be said yet, which fails nothing. */
export type Stated = { what: string; todo: boolean; says: string };

/** Who is in which team, and since when what is rolled out; nothing before anything was read. */
export async function organisationChecks(config: Config): Promise<Stated[]> {
  if (!existsSync(config.database)) return [];
  const store = openStore({ file: config.database, migrations: MIGRATIONS });
  try {
    const ends = [...(await store.freshness()), ...(await store.projectFreshness())];
    if (ends.length === 0) return [];
    const until = Math.max(...ends.map(({ coveredUntil }) => coveredUntil));
    return [await teams(store, config, until), await rollouts(store)];
  } finally {
    store.close();
  }
}

async function teams(store: Store, { zone }: Config, until: number): Promise<Stated> {
  const desk = organisationOf(store, { now: Date.now, zone });
  const known = await desk.teams();
  if (known.length === 0) {
    const says =
      'none is known, so that nothing can be compared. Take over what the work suggests under /setup, or a list: teams import FILE';
    return { what: 'teams', todo: true, says };
  }
  const { accounts, issues } = await desk.unmatched(until);
  if (accounts.length + issues.accounts.length === 0)
    return { what: 'teams', todo: false, says: `${count(known.length, 'team')}, and everybody is in one` };
  const says = `${count(known.length, 'team')}; work of the last 52 weeks is by accounts in none of them. See who: teams unmatched`;
  return { what: 'teams', todo: true, says };
}

async function rollouts(store: Store): Promise<Stated> {
  const known = await store.rollouts();
  const what = 'rollouts';
  if (known.length === 0) {
    const says =
      'none is stated, so that there is no before and no after. State the start of each team under /settings, or: rollouts import FILE';
    return { what, todo: true, says };
  }
  const without = known.filter(({ starts }) => starts.every(({ day }) => day === null));
  if (without.length === 0) return { what, todo: false, says: list(known.map(({ name }) => name)) };
  const names = list(without.map(({ name }) => `"${name}"`));
  return { what, todo: true, says: `no team has a start in ${names}. State it under /settings` };
}
