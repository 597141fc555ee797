import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../server/contract/answer.ts';
import { DefinitionsAnswer } from '../../server/contract/definitions.ts';
import { HealthAnswer } from '../../server/contract/health.ts';
import { IssuesView } from '../../server/contract/issue-items.ts';
import { ItemsAnswer, ItemsView, WhyView } from '../../server/contract/items.ts';
import { routes } from '../../server/contract/routes.ts';
import { SeriesAnswer } from '../../server/contract/series.ts';
import { StatusAnswer } from '../../server/contract/status.ts';
import { ChoicesAnswer, TeamsView } from '../../server/contract/teams.ts';
import { View } from '../../server/contract/view.ts';
import { seriesCsv } from '../../server/report/export-csv.ts';
import { withNotes } from '../../server/report/notes/notes-column.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { someData, testApp } from '../support/app.ts';

type Operation = {
  summary?: string;
  parameters?: { name: string; in: string; schema: unknown }[];
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
};
type Description = { openapi: string; info: unknown; paths: Record<string, { get?: Operation }> };

const addressOf = (route: string) => route.replace(':measure', 'cycle-time').replace(':figure', 'share');
const describedAs = (route: string) => route.replaceAll(/:(\w+)/g, '{$1}');
const data = Object.values(routes).filter((route) => route.startsWith('/api/'));

async function describedApi(): Promise<Description> {
  return (await testApp().app.inject(routes.openapi)).json<Description>();
}

describe('every route', () => {
  it.each(Object.values(routes))(
    '%s is described, with a summary and the shape of answers and errors',
    async (route) => {
      const { paths } = await describedApi();
      const operation = paths[describedAs(route)]?.get;
      expect(operation?.summary).toMatch(/\w{4}/);
      for (const status of ['200', '4XX', '5XX']) {
        const [content] = Object.values(operation?.responses[status]?.content ?? {});
        expect(content?.schema, status).toBeTypeOf('object');
      }
    },
  );

  it.each(data)('%s refuses filters that it does not know, and names them', async (route) => {
    const answer = await testApp().app.inject(`${addressOf(route)}?tema=a&repository=b`);
    expect(answer.statusCode).toBe(400);
    expect(Value.Errors(Failure, answer.json())).toEqual([]);
    const { error } = answer.json<Failure>();
    expect(error).toMatchObject({ code: 'unknown-filter', field: 'tema' });
    expect(error.message).toContain('tema, repository');
    const filters: Partial<Record<string, string[]>> = {
      [routes.teams]: Object.keys(TeamsView.properties),
      [routes.status]: [],
      [routes.definitions]: [],
      [routes.health]: [],
      [routes.importEvents]: [],
      [routes.items]: Object.keys(ItemsView.properties),
      [routes.itemsCsv]: Object.keys(ItemsView.properties),
      [routes.itemWhy]: Object.keys(WhyView.properties),
      [routes.issues]: Object.keys(IssuesView.properties),
      [routes.issuesCsv]: Object.keys(IssuesView.properties),
      [routes.issueWhy]: Object.keys(WhyView.properties),
    };
    expect(error.allowed).toEqual(filters[route] ?? Object.keys(View.properties));
  });

  it('is in the contract: nothing else is described', async () => {
    const { openapi, info, paths } = await describedApi();
    expect([openapi, info]).toEqual([
      '3.1.0',
      expect.objectContaining({ title: 'Uptake', version: '1.2.3' }),
    ]);
    const known = Object.values(routes).map(describedAs);
    expect(Object.keys(paths).toSorted()).toEqual(known.toSorted());
  });
});

describe('an answer', () => {
  it.each([
    ['status', routes.status, StatusAnswer],
    ['definitions', routes.definitions, DefinitionsAnswer],
    ['health', routes.health, HealthAnswer],
    ['choices', `${routes.teams}?window=12w`, ChoicesAnswer],
    ['series', addressOf(routes.series), SeriesAnswer],
    ['items', `${routes.items}?window=12w`, ItemsAnswer],
  ] as const)(
    'of %s fits its schema, and may be asked for without its body',
    async (_name, address, schema) => {
      const { app } = testApp();
      const answer = await app.inject(address);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        200,
        'application/json; charset=utf-8',
      ]);
      expect(Value.Errors(schema, answer.json())).toEqual([]);
      const head = await app.inject({ method: 'HEAD', url: address });
      expect([head.statusCode, head.body]).toEqual([200, '']);
    },
  );

  it('of a series is what the report says, nothing lost on the way', async () => {
    const held = someData();
    const { app } = testApp({ held });
    const answer = await app.inject('/api/series/batch-size?window=12w&stat=p75&by=merge');
    const expected = seriesAnswer(held, 'batch-size', { window: '12w', stat: 'p75', by: 'merge' });
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  it('as CSV is a file with the same numbers', async () => {
    const held = someData();
    const answer = await testApp({ held }).app.inject('/api/series/cycle-time/csv?window=26w');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="uptake-cycle-time-26w.csv"');
    expect(answer.body).toBe(
      withNotes(seriesCsv(seriesAnswer(held, 'cycle-time', { window: '26w' }), held.teamNames), []),
    );
  });

  it('of the status tells of the import that is running and of the last failure', async () => {
    const running = { source: 'git', startedAt: '2026-08-10T09:00:00Z', what: 'commits', done: 5, total: 9 };
    const { app } = testApp({ running: () => running, failed: () => 'git is missing' });
    const { data: status } = (await app.inject(routes.status)).json<StatusAnswer>();
    expect([status.version, status.running, status.failed]).toEqual(['1.2.3', running, 'git is missing']);
  });
});
