import { describe, expect, test } from 'vitest';
import { compiledRules } from '../../server/facts/attribution/compiled.ts';
import { differences } from '../../server/facts/attribution/differences.ts';
import { attributionSettings, NO_SETTINGS } from '../../server/facts/attribution/settings.ts';
import { derive } from '../../server/ingest/derive.ts';
import { measureWaiting } from '../../server/ingest/ingest.ts';
import { rescore } from '../../server/ingest/rescore.ts';
import { openStore, type Store } from '../../server/store/open.ts';
import { HOLDER, MIGRATIONS, openTestStore } from '../support/open-store.ts';
import { facts } from '../support/organised-store.ts';
import { commit, forgeDetails, pullRequest, repository, walkEnd } from '../support/rows.ts';
import { testWorld } from '../support/world.ts';

const quiet = () => undefined;
const AT = { at: Date.parse('2026-11-20T23:30:00Z'), zone: 'Europe/Berlin' };
const labelled = compiledRules(attributionSettings({ labels: [{ tool: 'house-bot', label: 'robot' }] }));
const renamed = compiledRules(attributionSettings({ labels: [{ tool: 'other-bot', label: 'Robot' }] }));

/** Six pull requests: the first has a trailer, the second a label that means nothing yet; and a direct push. */
async function stored(): Promise<Store> {
  const store = await openTestStore();
  const trailer = '\n\nCo-authored-by: Claude <noreply@anthropic.com>';
  const six = [1, 2, 3, 4, 5, 6];
  const commits = six.map((number) =>
    commit(`c${number}`, { message: `Work${number === 1 ? trailer : ''}` }),
  );
  await store.writeRows(HOLDER, repository, {
    commits: [...commits, commit('m1'), commit('d1', { message: `Push${trailer}` })],
    pullRequests: six.map((number) =>
      pullRequest(number, {
        ownShas: [`c${number}`],
        forge: forgeDetails({ labels: number === 2 ? ['Robot'] : [] }),
      }),
    ),
    mainline: [
      { repositoryId: repository.id, position: 0, sha: 'd1', landedBy: 'direct-push', pullRequestId: null },
    ],
  });
  await derive(store, HOLDER, 'UTC', quiet);
  return store;
}

async function levels(store: Store): Promise<Record<string, string | null>> {
  const all = (await facts(store)).map(
    ({ id, aiLevel }) => [id.slice(repository.id.length), aiLevel] as const,
  );
  return Object.fromEntries(all.toSorted());
}

const marked = { '#1': 'assisted', '#2': 'none', '#3': 'none', '#4': 'none', '#5': 'none', '#6': 'none' };
const again = (store: Store, rules = labelled, batch?: number) =>
  rescore(store, HOLDER, rules, AT, quiet, batch);

describe('What is measured', () => {
  test('tells how AI took part, of direct pushes too, and keeps the evidence without mailboxes', async () => {
    const store = await stored();
    expect(await levels(store)).toEqual({ ...marked, '@d1': 'assisted' });
    const attribution = await store.attributionOf(`${repository.id}#1`);
    expect(attribution).toMatchObject({
      tools: ['claude-code'],
      markedCommits: 1,
      commits: 1,
      strength: 'certain',
    });
    expect(attribution?.evidence).toEqual([
      {
        ...{ signal: 'claude-mail', tool: 'claude-code', role: 'assisted', strength: 'certain' },
        ...{ where: 'message', commit: 'c1', text: 'Co-authored-by: Claude <…@anthropic.com>' },
        rulesVersion: compiledRules().version,
      },
    ]);
    expect(await store.attributionOf(`${repository.id}#3`)).toMatchObject({ level: 'none', evidence: [] });
  });

  test('follows a note of git-ai that comes later, and goes with its item', async () => {
    const store = await stored();
    const text =
      'a.ts\n  s_c9883b05a2487d::t_9f8e7d6c5b4a32 1-10\n---\n{"schema_version":"authorship/3.0.0","prompts":{},' +
      '"sessions":{"s_c9883b05a2487d":{"agent_id":{"tool":"cursor","id":"1","model":"x"}}}}';
    const notes = [{ repositoryId: repository.id, sha: 'c3', text }];
    await store.endWalk(HOLDER, repository, walkEnd({ notes }));
    await derive(store, HOLDER, 'UTC', quiet);
    expect(await store.attributionOf(`${repository.id}#3`)).toMatchObject({
      ...{ level: 'assisted', tools: ['cursor'], aiLines: { ai: 10, human: 0 } },
    });
    const kept = { commits: new Set(['d1']), pullRequests: new Set<string>(), mainlineLength: 1 };
    await store.endWalk(HOLDER, repository, walkEnd({ replaces: kept }));
    await derive(store, HOLDER, 'UTC', quiet);
    expect(await store.attributionOf(`${repository.id}#3`)).toBeNull();
  });
});

describe('When the rules change', () => {
  test('figures rest on the old score until all is scored, even where that is killed in between', async () => {
    const store = await stored();
    const before = await store.generation();
    const score = (limit: number) =>
      store.rescore(HOLDER, labelled.version, limit, () => {
        throw new Error('asked too early');
      });
    await expect(score(2)).rejects.toThrow('asked too early');
    expect((await store.scoredBy())?.next).toBeNull();

    let batches = 0;
    const killed = rescore(
      store,
      HOLDER,
      labelled,
      AT,
      () => {
        batches += 1;
        if (batches === 2) throw new Error('killed');
      },
      2,
    );
    await expect(killed).rejects.toThrow('killed');
    expect(await levels(store)).toMatchObject(marked);
    expect(await store.generation()).toBe(before);

    const later = openStore({ file: store.file, migrations: MIGRATIONS });
    expect(await later.scoredBy()).toMatchObject({ next: labelled.version, waiting: 3 });
    expect(await rescore(later, HOLDER, labelled, AT, quiet)).toEqual({ scored: 3, changed: 1 });
    later.close();
    expect(await levels(store)).toMatchObject({ ...marked, '#2': 'assisted' });
    expect(await store.generation()).toBe(before + 1);
    const { facts: changed } = await store.factsChangedSince(before);
    expect(changed.map(({ number, aiTools }) => [number, aiTools])).toEqual([[2, ['house-bot']]]);
    expect(await again(store)).toEqual({ scored: 0, changed: 0 });
  });

  test('the day is noted once, in the organisation’s zone, and only where anything changed', async () => {
    const store = await stored();
    await again(store);
    const [note, ...others] = await store.notes();
    expect(note).toMatchObject({ kind: 'detector', day: '2026-11-21', by: 'program' });
    expect(note?.text).toContain('14 % of all work is judged differently');
    expect(others).toEqual([]);
    const idle = compiledRules(
      attributionSettings({
        labels: [
          { tool: 'house-bot', label: 'robot' },
          { tool: 'x', label: 'x' },
        ],
      }),
    );
    expect(await again(store, idle)).toEqual({ scored: 7, changed: 0 });
    expect(await store.notes()).toHaveLength(1);
  });

  test('the score before stays beside the new one, and older ones go', async () => {
    const store = await stored();
    await again(store);
    const found = differences();
    for await (const batch of store.rescored())
      for (const { id, before, after } of batch) found.add(id, before, after);
    expect(found.all()).toEqual({
      ...{ judged: 7, changed: 1 },
      levels: [{ from: 'none', to: 'assisted', count: 1, examples: [`${repository.id}#2`] }],
      signals: [
        {
          ...{ change: 'added', signal: 'organisation-label-1', tool: 'house-bot', count: 1 },
          examples: [`${repository.id}#2`],
        },
      ],
    });
    await again(store, renamed);
    expect(await store.scoredBy()).toEqual({
      ...{ current: renamed.version, previous: labelled.version, next: null, waiting: 0 },
    });
    const pairs: string[] = [];
    for await (const batch of store.rescored())
      pairs.push(...batch.map(({ before, after }) => `${before.rulesVersion} ${after.rulesVersion}`));
    expect(new Set(pairs)).toEqual(new Set([`${labelled.version} ${renamed.version}`]));
  });

  test('and change back before all is scored, nothing is left of it', async () => {
    const store = await stored();
    const untouched = await store.digest();
    await expect(
      rescore(
        store,
        HOLDER,
        labelled,
        AT,
        () => {
          throw new Error('killed');
        },
        2,
      ),
    ).rejects.toThrow();
    expect(await again(store, compiledRules())).toEqual({ scored: 0, changed: 0 });
    expect(await store.digest()).toBe(untouched);
  });

  test('the next measuring scores again by itself, and what has changed meanwhile comes right', async () => {
    const store = await stored();
    await store.writeRows(HOLDER, repository, {
      commits: [],
      pullRequests: [pullRequest(3, { ownShas: ['c3'], forge: forgeDetails({ labels: ['robot'] }) })],
    });
    const attribution = { ...NO_SETTINGS, labels: [{ tool: 'house-bot', label: 'robot' }] };
    await store.freeLease({ holder: HOLDER, host: 'here', pid: 1 });
    await measureWaiting(store, testWorld({ attribution }), quiet);
    expect(await levels(store)).toMatchObject({ ...marked, '#2': 'assisted', '#3': 'assisted' });
    expect(await store.dirtyCount()).toBe(0);
  });
});
