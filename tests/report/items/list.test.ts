import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { ItemSort, ItemsAnswer, type ItemsView, narrowing } from '../../../server/contract/items.ts';
import type { PullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import { QuestionError } from '../../../server/model/errors.ts';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import { itemsAnswer } from '../../../server/report/items/items-answer.ts';
import type { Held } from '../../../server/report/live.ts';
import { FORGE, fact, forgeFact, fresh, freshForge, heldOf, MONDAY, push } from '../../support/facts.ts';
import { withoutTitles, withTitles } from '../../support/item-titles.ts';
import { repository } from '../../support/rows.ts';

const WEEK = 7 * DAY;
const UNTIL = MONDAY + 30 * WEEK;
const id = (number: number) => `${FORGE}#${number}`;

function ask(facts: readonly PullRequestFact[], view: ItemsView = {}, titles = new Map<string, string>()) {
  return itemsAnswer(heldOf(facts, [freshForge(UNTIL)]), withTitles(titles), view);
}

async function numbers(facts: readonly PullRequestFact[], view: ItemsView, titles?: Map<string, string>) {
  const { data } = await ask(facts, view, titles);
  expect(data.count).toBe(data.items.length);
  return data.items.map(({ number }) => number).sort();
}

const recent = MONDAY + 28 * WEEK;
const open = { mergedAt: null, approvedAt: null, deployedAt: null };
const facts = [
  forgeFact(1, { mergedAt: recent }),
  forgeFact(2, { ...open, openedAt: recent, readyAt: recent }),
  forgeFact(3, { ...open, openedAt: recent, closedAt: recent + DAY }),
  forgeFact(4, { mergedAt: recent, leftOut: 'automation' }),
  forgeFact(5, { ...open, openedAt: recent, leftOut: 'back-port' }),
  forgeFact(6, { ...open, openedAt: MONDAY - 60 * WEEK, readyAt: null }),
  forgeFact(7, { mergedAt: recent, firstReviewAt: null, approvedAt: null }),
  push('abc', { repositoryId: FORGE, mergedAt: recent }),
];

describe('a list of items', () => {
  it('fits its contract, with every title gone, and says how it was asked', async () => {
    const answer = await ask(facts, { measure: 'pickup-time', week: '2027-02-24' });
    expect(Value.Errors(ItemsAnswer, answer)).toEqual([]);
    expect(answer.asked).toMatchObject({
      measure: 'pickup-time',
      week: '2027-02-22',
      sort: 'pickup-time',
      order: 'desc',
      limit: 40,
    });
    expect(answer.data.items.map(({ title }) => title)).toEqual([null, null]);
  });

  it.each<[ItemsView, number[]]>([
    [{}, [1, 2, 3, 4, 5, 7]],
    [{ state: 'merged' }, [1, 7]],
    [{ state: 'closed' }, [3]],
    [{ state: 'open' }, [2, 6]],
    [{ state: 'left-out' }, [4, 5]],
    [{ leftOut: 'automation' }, [4]],
    [{ leftOut: 'back-port', state: 'merged' }, []],
    [{ measure: 'merged-pull-requests' }, [1, 7]],
    [{ measure: 'pickup-time', by: 'merge', leftOut: 'no-value' }, [7]],
    [{ measure: 'pickup-time', by: 'merge', leftOut: 'automation' }, [4]],
    [{ measure: 'time-to-merge', state: 'open' }, [2, 6]],
    [{ by: 'merge', week: '2027-02-22' }, [1, 2, 3, 4, 5, 7]],
    [{ id: id(6) }, [6]],
    [{ id: id(4), measure: 'cycle-time' }, [4]],
    [{ id: id(99) }, []],
  ])('narrowed by %j has the pull requests %j', async (view, expected) => {
    expect(await numbers(facts, view)).toEqual(expected);
  });

  it('has pushes only where they are asked for', async () => {
    const { data } = await ask(facts, { leftOut: 'direct-push' });
    expect(data.items.map(({ id: one, number, standing }) => [one, number, standing])).toEqual([
      [`${FORGE}@abc`, null, 'left-out'],
    ]);
    expect(data.finding).toBe('1 commit pushed without a pull request since 9 Mar 2026');
  });

  it('is named by what it is of', async () => {
    const finding = async (view: ItemsView) => (await ask(facts, view)).data.finding;
    expect(await finding({ measure: 'cycle-time', week: '2027-02-22' })).toContain(
      'count in cycle time in the week of 22 Feb 2027',
    );
    expect(await finding({ state: 'open' })).toBe('2 pull requests are open');
    expect(await finding({ q: 'till' })).toContain('0 pull requests with “till” in the title');
    expect(await finding({ measure: 'work-in-progress', week: '2027-02-22' })).toBe(
      '1 pull request was open and ready for review at the end of the week of 22 Feb 2027',
    );
  });

  it('refuses what makes no sense, in a sentence', () => {
    const message = (view: ItemsView) => {
      try {
        void ask(facts, view);
      } catch (error) {
        if (error instanceof QuestionError) return error.message;
      }
      throw new Error('it was answered');
    };
    expect(message({ leftOut: 'no-value' })).toBe('no-value is about one measure: name it with measure=.');
    expect(message({ week: '2020-01-06', window: '12w' })).toBe(
      'The week of 6 Jan 2020 is not in the window: ask for a longer one, or another week.',
    );
  });
});

describe('titles', () => {
  const titles = new Map([
    [id(1), 'Fix the Till'],
    [id(2), 'Ask ada@example.com about tills'],
    [id(7), 'ÄNDERE die Kasse'],
    [id(6), 'till, long ago'],
  ]);

  it('are searched in any case of letters, together with all else that is asked', async () => {
    expect(await numbers(facts, { q: 'TILL' }, titles)).toEqual([1, 2]);
    expect(await numbers(facts, { q: 'ändere' }, titles)).toEqual([7]);
    expect(await numbers(facts, { q: 'till', state: 'open' }, titles)).toEqual([2, 6]);
  });

  it('show no address of a person, and cannot be searched for one', async () => {
    const { data } = await ask(facts, { id: id(2) }, titles);
    expect(data.items[0]?.title).toBe('Ask (address) about tills');
    expect(await numbers(facts, { q: 'ada@' }, titles)).toEqual([]);
  });

  it('lead to the forge by the name that the repository has today; a clone and a demo lead nowhere', async () => {
    const link = async (held: Held) => (await itemsAnswer(held, withoutTitles(), {})).data.items[0]?.link;
    const renamed = freshForge(UNTIL, { name: 'acme/new shop' });
    expect(await link(heldOf([forgeFact(1)], [renamed]))).toBe('https://github.com/acme/new%20shop/pull/1');
    expect(await link(heldOf([fact(1)], [fresh(UNTIL)]))).toBeNull();
    const odd = 'github:javascript:alert(1)/acme/shop';
    const strange = heldOf([forgeFact(1, { repositoryId: odd })], [freshForge(UNTIL, { repositoryId: odd })]);
    expect(await link(strange)).toBeNull();
  });
});

describe('a list of work', () => {
  it('names nobody, and can neither be sorted nor narrowed by a person', async () => {
    const told = JSON.stringify(
      await ask(facts.map((one) => ({ ...one, author: 'login:github.com/ada', person: 'ada-1' }))),
    );
    expect(told).not.toMatch(/ada/);
    for (const name of [...Object.keys(narrowing), ...ItemSort.enum])
      expect(name).not.toMatch(/author|person|reviewer|login|user/);
  });

  it('tells a team only where it may be asked for', async () => {
    const by = (people: number, team: string) =>
      Array.from({ length: people }, (_, at) =>
        forgeFact(at + (team === 'pay' ? 100 : team === 'lab' ? 200 : 300), {
          person: `${team}${at}`,
          teams: [team],
          teamBasis: 'stated',
          mergedAt: recent + at * HOUR,
        }),
      );
    const held = heldOf([...by(9, 'pay'), ...by(2, 'lab'), ...by(3, 'ops')], [freshForge(UNTIL)], 'UTC', [
      'pay',
      'lab',
      'ops',
    ]);
    const { data } = await itemsAnswer(held, withoutTitles(), {});
    const shown = Map.groupBy(data.items, ({ teams, teamBasis }) => `${teams} ${teamBasis}`);
    expect([...shown].map(([teams, items]) => [teams, items.length]).toSorted()).toEqual([
      [' null', 5],
      ['The pay stated', 9],
    ]);
    expect(() => itemsAnswer(held, withoutTitles(), { team: ['lab'] })).toThrow('Fewer than five people');
  });
});

it('pull requests of a clone beside its forge are left out, as everywhere', async () => {
  const clone = 'git:github.com/acme/shop';
  const held = heldOf(
    [forgeFact(1), fact(1, { repositoryId: clone })],
    [freshForge(UNTIL), fresh(UNTIL, { repositoryId: clone })],
  );
  expect(repository.id).not.toBe(clone);
  expect((await itemsAnswer(held, withoutTitles(), { window: 'all' })).data.count).toBe(1);
});

it('in working hours has the same items, sorted and told by those hours', async () => {
  const held = heldOf(
    [
      forgeFact(1, { mergedAt: MONDAY, openedAt: MONDAY - 3 * DAY }),
      forgeFact(2, { mergedAt: recent, openedAt: recent - 30 * HOUR }),
    ],
    [freshForge(UNTIL)],
  );
  const told = async (hours: 'calendar' | 'working') => {
    const { data } = await itemsAnswer(held, withoutTitles(), {
      measure: 'time-to-merge',
      hours,
      window: 'all',
    });
    return data.items.map((item) => [item.number, item.hours['time-to-merge'].hours]);
  };
  const [calendar, working] = [await told('calendar'), await told('working')];
  expect(calendar).toEqual([
    [1, 72],
    [2, 30],
  ]);
  expect(working.map(([number]) => number).toSorted()).toEqual([1, 2]);
  for (const [, hours] of working) expect(hours).toBeLessThan(30);
});
