import { beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../server/facts/columns/item.ts';
import { issueFact } from '../../server/facts/issue-fact.ts';
import { identityLink, trackerIdentity } from '../../server/model/identity.ts';
import { organisationOf } from '../../server/organisation/desk.ts';
import type { Store } from '../../server/store/open.ts';
import { FIRST_DAY, issue, project, TRACKER, vocabulary } from '../support/issues.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { measure } from '../support/organised-store.ts';

const DAY = 86_400_000;
const HEADER = 'team,login_or_email,from,to\r\n';
const identityOf = (account: string) => trackerIdentity(TRACKER, account);

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
  await store.writeVocabulary(HOLDER, vocabulary);
});

/** Each by one account, whose e-mail is told as well. */
async function write(accounts: readonly string[], from = 1): Promise<void> {
  const issues = accounts.map((id, at) =>
    issue(from + at, {
      assignee: { id, email: `${id}@example.com`, name: id },
      assigneeChanges: [{ at: FIRST_DAY, from: null, to: id }],
    }),
  );
  const links = [...new Set(accounts)].map((id) =>
    identityLink(identityOf(id), `email:${id}@example.com`, 'observed'),
  );
  await store.writeIssues(HOLDER, project, { issues }, { links, names: [] });
}

const desk = () => organisationOf(store, { now: () => FIRST_DAY + 90 * DAY, zone: 'UTC' });

async function items(): Promise<Item[]> {
  const found: Item[] = [];
  for await (const batch of store.allIssues()) found.push(...batch);
  return found.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Names of each issue's teams and what they rest on, in the order of their ids. */
async function placings(): Promise<string[]> {
  const names = new Map((await store.organisation()).teams.map(({ id, name }) => [id, name]));
  return (await items()).map(
    ({ teams, teamBasis }) => `${teams.map((id) => names.get(id)).join(' ')} ${teamBasis}`,
  );
}

describe('Facts of issues', () => {
  it('are placed anew when the roster names whoever had them, by account or by e-mail', async () => {
    await write(['ada', 'ben', 'cleo']);
    await measure(store);
    expect(await placings()).toEqual([' null', ' null', ' null']);
    await desk().importRoster(`${HEADER}Pay,ada@example.com,,\nSearch,${identityOf('ben')},,`);
    expect(await store.dirtyIssues()).toBe(0);
    await measure(store);
    expect(await placings()).toEqual(['Pay stated', 'Search stated', ' null']);
  });

  it('of nobody who is placed are so when their project gets an owner', async () => {
    await write(['ada', 'ben']);
    await measure(store);
    await desk().importRoster(`${HEADER}Pay,ada@example.com,,`);
    await desk().setRepositoryOwners([{ repository: project.key, team: 'Owners' }]);
    await measure(store);
    expect(await placings()).toEqual(['Pay stated', 'Owners repository']);
  });

  it('are measured once more only where something has changed', async () => {
    await write(['ada', 'ben', 'cleo']);
    await measure(store);
    const before = await store.generation();
    await desk().importRoster(`${HEADER}Pay,ben@example.com,,`);
    await measure(store);
    const { facts } = await store.issuesChangedSince(before);
    expect(facts.map(({ id }) => id)).toEqual([`${TRACKER}:10002`]);
  });

  it('that a first import writes many at once are those that would be written one by one', async () => {
    await write(Array.from({ length: 120 }, (_, at) => (at % 2 === 0 ? 'ada' : 'ben')));
    await desk().importRoster(`${HEADER}Pay,ada@example.com,,`);
    await measure(store);
    const [before, generation] = [await items(), await store.generation()];
    await store.markEverything(HOLDER);
    expect(await store.dirtyIssues()).toBe(120);
    await measure(store);
    // Whatever is there is compared with, value by value.
    expect(await store.generation()).toBe(generation);
    expect(await items()).toEqual(before);
    expect(before.filter(({ teamBasis }) => teamBasis === 'stated')).toHaveLength(60);
  });

  it('of one transaction make several generations, none of more than a thousand, and none is passed over', async () => {
    await write(Array.from({ length: 2300 }, () => 'ada'));
    await store.deriveIssues(HOLDER, 20_000, (rows) => {
      const { account: _, placedAt: __, ...fact } = issueFact(rows);
      return { ...fact, author: null, person: null, teams: [], teamBasis: null };
    });
    const read: number[] = [];
    for (let since = 0; ; ) {
      const { generation, facts } = await store.issuesChangedSince(since);
      if (generation === since) break;
      read.push(facts.length);
      since = generation;
    }
    expect(read).toEqual([1000, 1000, 300]);
    expect(await store.dirtyIssues()).toBe(0);
  });

  it('tell who finished how many within a window, without those of nobody', async () => {
    await write(['ada', 'ben', 'ada']);
    await store.writeIssues(HOLDER, project, {
      issues: [issue(4, { assignee: null, assigneeChanges: [] }), issue(5, { typeId: '101' })],
    });
    await measure(store);
    const end = FIRST_DAY + 4 * DAY;
    expect(await store.finishedBy(end, end + 1)).toEqual({
      by: [
        { identity: identityOf('ada'), many: 2 },
        { identity: identityOf('ben'), many: 1 },
      ],
      all: 4,
    });
    expect(await store.finishedBy(FIRST_DAY, end)).toEqual({ by: [], all: 0 });
  });
});
