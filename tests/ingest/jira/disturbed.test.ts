import { expect, test } from 'vitest';
import { DAY } from '../../../server/model/instant.ts';
import { httpFetch } from '../../../server/net/http.ts';
import type { Store } from '../../../server/store/open.ts';
import { freeStore, read } from '../../sources/jira/read.ts';
import { Chance } from '../../support/github/chance.ts';
import type { FakeJira } from '../../support/jira/fake.ts';
import type { Deployment } from '../../support/jira/field.ts';
import { randomFaults } from '../../support/jira/random-faults.ts';
import { finished, HOUR, NOON, smallSite, startedJira } from '../../support/jira/started.ts';

const MIXTURES = 6;

/** Runs, some of them broken off at any request, until one gets through. Returns how many were broken off. */
async function disturbed(fake: FakeJira, store: Store, chance: Chance): Promise<number> {
  let broken = 0;
  for (let run = 0; run < 15; run += 1) {
    const stop = new AbortController();
    let left = chance.happens(0.6) && broken < 4 ? Math.floor(chance.below(1) * 30) : 1000;
    const send: typeof fetch = (input, init) => {
      left -= 1;
      if (left < 0) stop.abort(new Error('enough'));
      return httpFetch(input, init);
    };
    const summary = await read(fake, store, {}, { signal: stop.signal, fetch: send });
    if (stop.signal.aborted) broken += 1;
    else if (summary.failed.length + summary.stopped.length === 0) return broken;
  }
  throw new Error('no run got through');
}

function siteOf(deployment: Deployment) {
  const site = smallSite(deployment);
  for (let n = 0; n < 1250; n += 1) finished(site, NOON - 30 * DAY + n * 60_000);
  site.addProject('OPS');
  for (let n = 0; n < 30; n += 1) site.create({ project: 'OPS', at: NOON - 9 * DAY });
  return site;
}

/** What happens between the first read and the next. */
function later(site: ReturnType<typeof siteOf>): void {
  site.now = () => NOON + 8 * DAY;
  for (let n = 1; n <= 60; n += 1)
    site.transition(site.issue(`SHOP-${n}`), 'Blocked', { at: NOON + n * HOUR });
  site.move(site.issue('SHOP-100'), 'OPS', { at: NOON + HOUR });
  site.delete(site.issue('SHOP-101'));
}

test.each(['Cloud', 'Server'] as const)(
  `under ${MIXTURES} seeded mixtures of faults and broken runs a Jira %s comes in as undisturbed`,
  async (deployment) => {
    let broken = 0;
    const site = siteOf(deployment);
    const fake = await startedJira({ site });
    const stores: Store[] = [];
    const undisturbed = await freeStore();
    await read(fake, undisturbed);
    const first = await undisturbed.digest();
    for (let seed = 1; seed <= MIXTURES; seed += 1) {
      const [chance, store] = [new Chance(seed), await freeStore()];
      fake.faults.plan = randomFaults(seed, { rate: 0.02 + 0.15 * chance.below(1) });
      fake.faults.created = seed % 2 === 0 ? 'mixed' : 'iso';
      fake.faults.historiesPerPage = seed % 3 === 0 ? 777 : null;
      broken += await disturbed(fake, store, chance);
      expect(await store.digest(), `seed ${seed}, first read`).toBe(first);
      stores.push(store);
    }
    later(site);
    fake.faults.plan = null;
    expect(await read(fake, undisturbed)).toMatchObject({ failed: [], written: { issues: 61, removed: 1 } });
    const second = await undisturbed.digest();
    for (const [at, store] of stores.entries()) {
      const chance = new Chance(1000 + at);
      fake.faults.plan = randomFaults(1000 + at, { rate: 0.02 + 0.15 * chance.below(1) });
      broken += await disturbed(fake, store, chance);
      expect(await store.digest(), `seed ${at + 1}, a week later`).toBe(second);
    }
    expect(broken).toBeGreaterThan(0);
  },
);
