import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../server/model/instant.ts';
import { parseCursor, parseTowards } from '../../../server/sources/jira/cursor.ts';
import { siteFields } from '../../../server/sources/jira/fields.ts';
import { jqlOf } from '../../../server/sources/jira/jql.ts';
import { goneStatus, vocabularyOf } from '../../../server/sources/jira/vocabulary.ts';

const SITE = { trackerId: 'jira:acme.example.com', url: 'https://acme.example.com' };
const status = (id: string, name: string, key: string) => ({ id, name, statusCategory: { key } });
const vocabulary = (told: Partial<Parameters<typeof vocabularyOf>[1]>, config = {}) =>
  vocabularyOf(SITE, { statuses: [], types: [], resolutions: [], ...told }, config);

test('a status in progress waits when its name says so, and others never do', () => {
  const names = [
    'In Progress',
    'In Review',
    'Blocked',
    'Ready for QA',
    'On Hold',
    'Test queue',
    'Development',
  ];
  const { statuses } = vocabulary({
    statuses: [
      ...names.map((name, id) => status(`${id}`, name, 'indeterminate')),
      status('90', 'Ready', 'new'),
      status('91', 'Strange', 'undefined'),
    ],
  });
  expect(statuses.filter(({ waiting }) => waiting).map(({ name }) => name)).toEqual(names.slice(1, 6));
  expect(statuses.at(-1)).toMatchObject({ category: null, waiting: false });
});

test('names in the configuration go before what names say', () => {
  const config = { waiting: ['development'], undelivered: ['Later'] };
  const told = vocabulary(
    {
      statuses: [status('1', 'Development', 'indeterminate'), status('2', 'In Review', 'indeterminate')],
      resolutions: [
        { id: '1', name: 'Later' },
        { id: '2', name: "Won't do" },
      ],
    },
    config,
  );
  expect(told.statuses.map(({ waiting }) => waiting)).toEqual([true, false]);
  expect(told.resolutions.map(({ delivers }) => delivers)).toEqual([false, true]);
});

test('what was not done was not delivered', () => {
  const undelivered = [
    "Won't Do",
    'Won’t Fix',
    'Duplicate',
    'Cannot Reproduce',
    'Declined',
    'Not a Bug',
    'Canceled',
  ];
  const { resolutions } = vocabulary({
    resolutions: [...undelivered, 'Done', 'Fixed', 'Resolved'].map((name, id) => ({ id: `${id}`, name })),
  });
  expect(resolutions.filter(({ delivers }) => !delivers).map(({ name }) => name)).toEqual(undelivered);
});

test('types stand on the level that Jira tells, and on a Data Center on that of their name', () => {
  const { types } = vocabulary({
    types: [
      { id: '1', name: 'Initiative', hierarchyLevel: 2 },
      { id: '2', name: 'Story', hierarchyLevel: 0 },
      { id: '3', name: 'Subtask', hierarchyLevel: -1 },
      { id: '4', name: 'Epic' },
      { id: '5', name: 'Technical task', subtask: true },
    ],
  });
  expect(types.map(({ level }) => level)).toEqual(['epic', 'standard', 'sub-task', 'epic', 'sub-task']);
});

test('a status that is gone means what all others of its name mean, if they agree', () => {
  const one = { id: '1', name: 'Review', category: 'indeterminate', waiting: true } as const;
  expect(goneStatus('7', 'review', [one])).toEqual({ ...one, id: '7', name: 'review' });
  const other = { ...one, id: '2', category: 'done' } as const;
  expect(goneStatus('7', 'Review', [one, other])).toMatchObject({ category: null, waiting: false });
  expect(goneStatus('7', 'Proofing', [one])).toMatchObject({ category: null });
});

test('the fields of sprints and story points are found on each site, or named', () => {
  const field = (id: string, name: string, custom: string, type = 'number') => ({
    id,
    name,
    schema: { custom, type },
  });
  const all = [
    { id: 'summary', name: 'Summary', schema: { type: 'string' } },
    field('customfield_1', 'Sprint', 'com.pyxis.greenhopper.jira:gh-sprint', 'array'),
    field('customfield_3', 'Story Points', 'com.atlassian.jira.plugin.system.customfieldtypes:float'),
    field('customfield_2', 'Story point estimate', 'com.pyxis.greenhopper.jira:jsw-story-points'),
    field('customfield_4', 'Effort', 'com.atlassian.jira.plugin.system.customfieldtypes:float'),
  ];
  const points = ['customfield_2', 'customfield_3'];
  expect(siteFields(all, undefined)).toEqual({ sprints: ['customfield_1'], points, epics: [] });
  expect(siteFields(all, 'effort').points).toEqual(['customfield_4']);
  expect(siteFields(all, 'customfield_4').points).toEqual(['customfield_4']);
  expect(siteFields(all, 'Guess').points).toEqual([]);
});

test('a search goes back by minutes with an hour of overlap, and is never unbounded', () => {
  const now = 1_772_614_800_000;
  const sought = { projects: ['10000'], since: null, after: null };
  expect(jqlOf(sought, now)).toBe('project = 10000 ORDER BY id ASC');
  expect(jqlOf({ ...sought, since: now - 30 * MINUTE, after: '10123' }, now)).toBe(
    'project = 10000 AND updated >= -90m AND id > 10123 ORDER BY id ASC',
  );
  expect(jqlOf({ ...sought, projects: ['10000', '10001'], since: now - HOUR - 1 }, now)).toBe(
    'project in (10000, 10001) AND updated >= -121m ORDER BY id ASC',
  );
});

test('a cursor that another version wrote is none', () => {
  const cursor = { version: 1, watermark: 1, fields: '/', reconciledAt: 1, issues: 3, doubted: false };
  expect(parseCursor(JSON.stringify(cursor))).toEqual(cursor);
  for (const text of [null, 'no JSON', JSON.stringify({ ...cursor, version: 2 }), '{"version":1}'])
    expect(parseCursor(text) ?? parseTowards(text)).toBeNull();
});
