import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../server/contract/answer.ts';
import { ItemsAnswer, ItemsView, WhyAnswer, WhyView } from '../../server/contract/items.ts';
import { routes } from '../../server/contract/routes.ts';
import { DAY } from '../../server/model/instant.ts';
import { itemsAnswer } from '../../server/report/items/items-answer.ts';
import { testApp } from '../support/app.ts';
import { FORGE, forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';
import { withTitles } from '../support/item-titles.ts';

const held = heldOf([forgeFact(1), forgeFact(2, { lines: 7 })], [freshForge(MONDAY + 14 * DAY)]);
const itemStore = withTitles(new Map([[`${FORGE}#1`, '- a title']]));
const app = () => testApp({ held, itemStore }).app;
const asked = (path: string, query: Record<string, string>) => `${path}?${new URLSearchParams(query)}`;

describe('items over HTTP', () => {
  it('are what the report says, nothing lost on the way', async () => {
    const view = { measure: 'pickup-time', week: '2026-08-03', sort: 'lines', limit: '1' } as const;
    const answer = await app().inject(asked(routes.items, view));
    expect(answer.statusCode).toBe(200);
    expect(Value.Errors(ItemsAnswer, answer.json())).toEqual([]);
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(await itemsAnswer(held, itemStore, view))));
    const { next } = answer.json<ItemsAnswer>().data;
    const second = await app().inject(asked(routes.items, { ...view, cursor: next ?? '' }));
    expect(second.json<ItemsAnswer>().data.items.map(({ lines }) => lines)).toEqual([7]);
  });

  it('come as a file while they are made', async () => {
    const answer = await app().inject(asked(routes.itemsCsv, { measure: 'cycle-time' }));
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="uptake-items-cycle-time.csv"');
    expect(answer.headers['content-length']).toBeUndefined();
    expect(answer.body.split('\r\n')).toHaveLength(4);
    expect(answer.body).toContain("'- a title");
  });

  it('say why, one by one', async () => {
    const answer = await app().inject(asked(routes.itemWhy, { id: `${FORGE}#1`, by: 'merge' }));
    expect(Value.Errors(WhyAnswer, answer.json())).toEqual([]);
    expect(answer.json<WhyAnswer>().data.measures.map(({ standing }) => standing)).toContain('counted');
  });

  it.each<[string, Record<string, string>, string, string]>([
    [routes.items, { cursor: 'forged' }, 'unknown-cursor', 'cursor'],
    [routes.items, { limit: '500' }, 'limit', 'limit'],
    [routes.items, { limit: 'ten' }, 'bad-question', 'limit'],
    [routes.items, { sort: 'author' }, 'bad-question', 'sort'],
    [routes.items, { week: 'monday' }, 'bad-question', 'week'],
    [routes.items, { author: 'ada' }, 'unknown-filter', 'author'],
    [routes.items, { team: 'nobody' }, 'unknown-team', 'team'],
    [routes.itemsCsv, { leftOut: 'no-value' }, 'measure-missing', 'leftOut'],
    [routes.itemsCsv, { repo: 'git:nowhere' }, 'unknown-repository', 'repo'],
    [routes.itemWhy, { id: 'nonsense' }, 'unknown-item', 'id'],
  ])('%s refuses %j in a sentence', async (route, query, code, field) => {
    const answer = await app().inject(asked(route, query));
    expect([answer.statusCode, answer.headers.etag]).toEqual([400, undefined]);
    const { error } = answer.json<Failure>();
    expect(error).toMatchObject({ code, field });
    expect(error.message).toMatch(/\w.*\.$/);
  });

  it('name all filters that they know', async () => {
    const allowed = async (route: string) =>
      (await app().inject(`${route}?tema=a`)).json<Failure>().error.allowed;
    expect(await allowed(routes.items)).toEqual(Object.keys(ItemsView.properties));
    expect(await allowed(routes.itemWhy)).toEqual(Object.keys(WhyView.properties));
  });

  it('are sent again when a title changed, though nothing that is measured did', async () => {
    let version = 1;
    const changing = { ...itemStore, dataVersion: async () => version };
    const live = testApp({ held, itemStore: changing }).app;
    const tag = String((await live.inject(routes.items)).headers.etag);
    const again = () => live.inject({ url: routes.items, headers: { 'if-none-match': tag } });
    expect((await again()).statusCode).toBe(304);
    version = 2;
    expect((await again()).statusCode).toBe(200);
  });
});
