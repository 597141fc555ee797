import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { Definition } from '../../server/contract/definition.ts';
import { DefinitionsAnswer } from '../../server/contract/definitions.ts';
import { StatusAnswer } from '../../server/contract/status.ts';
import { metrics } from '../../server/metrics/register.ts';
import { DAY } from '../../server/model/instant.ts';
import { definitionsAnswer } from '../../server/report/definitions.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { importEvent, statusAnswer } from '../../server/report/status.ts';
import { fact, fresh, freshForge, heldOf, MONDAY, push } from '../support/facts.ts';
import { freshProject, issueFactOf, withIssues } from '../support/issue-facts.ts';
import { TRACKER } from '../support/issues.ts';
import { repository } from '../support/rows.ts';

const idle = { version: '1.2.3', running: null, failed: null };
const TILL = 'git:example.com/acme/till';

it('the status says in the zone how far the data reach, and which repositories are behind', () => {
  const held = heldOf(
    [fact(1), fact(2, { leftOut: 'automation' }), push('abc'), fact(3, { repositoryId: TILL })],
    [
      fresh(MONDAY, { limits: ['Shallow clone.'] }),
      fresh(MONDAY - 3 * DAY, { repositoryId: TILL, name: 'acme/till' }),
    ],
    'Europe/Berlin',
  );
  const answer = statusAnswer(held, idle);
  expect(answer.data.dataLine).toBe('Data to Mon 10 Aug 2026, 11:00. 1 repository behind.');
  expect(answer.dataUntil).toBe('2026-08-10T09:00:00Z');
  expect(answer.data.repositories).toEqual([
    {
      id: repository.id,
      name: repository.name,
      source: 'git',
      coveredUntil: '2026-08-10T09:00:00Z',
      pullRequests: 2,
      limits: ['Shallow clone.'],
    },
    expect.objectContaining({ id: TILL, pullRequests: 1, limits: [] }),
  ]);
  expect(answer.warnings.map(({ code }) => code)).toEqual(['repository-behind', 'repository-limit']);
  expect(Value.Errors(StatusAnswer, answer)).toEqual([]);
});

it('the status does not call a clone behind that GitHub’s copy stands in for', () => {
  const clone = fresh(MONDAY - 9 * DAY, { repositoryId: 'git:github.com/acme/shop' });
  const answer = statusAnswer(heldOf([], [clone, freshForge(MONDAY)]), idle);
  expect(answer.data.dataLine).toBe('Data to Mon 10 Aug 2026, 09:00.');
  expect(answer.data.repositories.map(({ source }) => source)).toEqual(['git', 'github']);
  expect(answer.warnings).toEqual([
    {
      code: 'repository-twice',
      message:
        'acme/shop was read from GitHub and as a clone: the clone is left out, so that nothing counts twice.',
    },
  ]);
});

it('the status tells of projects beside repositories, and judges both by what reaches furthest', () => {
  const held = heldOf([fact(1)], [fresh(MONDAY - 5 * DAY)]);
  const late = freshProject(MONDAY - 3 * DAY, { repositoryId: `${TRACKER}/10001`, name: 'Till' });
  const projects = [freshProject(MONDAY, { limits: ['Short.'] }), late];
  const { data, dataUntil, warnings } = statusAnswer(withIssues(held, [issueFactOf(1)], projects), idle);
  expect(data.dataLine).toBe('Data to Mon 10 Aug 2026, 09:00. 1 repository and 1 project behind.');
  expect(dataUntil).toBe('2026-08-10T09:00:00Z');
  expect(data.projects.map(({ name, source, issues }) => [name, source, issues])).toEqual([
    ['The shop', 'jira', 1],
    ['Till', 'jira', 0],
  ]);
  expect(warnings.map(({ code }) => code)).toEqual(['repository-behind', 'project-behind', 'project-limit']);
});

it('the status of an empty store has no data, and tells of the running import', () => {
  const running = { source: 'git', startedAt: '2026-08-10T09:00:00Z', what: 'commits', done: 5, total: null };
  const answer = statusAnswer(heldOf([], []), { version: '1.2.3', running, failed: 'git is missing' });
  expect(answer.data).toEqual({
    version: '1.2.3',
    dataLine: 'No data yet.',
    repositories: [],
    projects: [],
    running,
    failed: 'git is missing',
  });
});

it('every answer says whether it is about a demo', () => {
  const answersOf = (source: string) => {
    const held = heldOf([fact(1)], [fresh(MONDAY, { source })]);
    return [statusAnswer(held, idle), definitionsAnswer(held), seriesAnswer(held, 'cycle-time', {})];
  };
  expect(answersOf('demo').map(({ demo }) => demo)).toEqual([true, true, true]);
  expect(answersOf('github').map(({ demo }) => demo)).toEqual([false, false, false]);
});

it('the status is that of a demo as soon as one is being made', () => {
  const running = { startedAt: '2026-08-10T09:00:00Z', what: 'work', done: 5, total: null };
  const demoOf = (source: string) =>
    statusAnswer(heldOf([], []), { ...idle, running: { ...running, source } }).demo;
  expect([demoOf('demo real-gain'), demoOf('github demo'), demoOf('git /srv/demo')]).toEqual([
    true,
    false,
    false,
  ]);
});

it('the definitions are those that every series carries', () => {
  const answer = definitionsAnswer(heldOf([], [fresh(MONDAY)]));
  const definitions = answer.data.measures.map(({ definition }) => definition);
  expect(definitions).toEqual(metrics.map(({ definition }) => definition));
  expect(definitions.map(({ id }) => id)).toEqual(Definition.properties.id.enum);
  expect(Value.Errors(DefinitionsAnswer, answer)).toEqual([]);
});

it('a running import comes with what is to be said of it, in the zone', () => {
  const running = {
    ...{ source: 'github acme', startedAt: '2026-08-10T09:00:00Z', what: 'acme/shop, pull requests' },
    ...{ done: 100, total: 400, rows: 12_400, secondsLeft: 290, waitsUntil: '2026-08-10T09:40:00Z' },
  };
  const held = heldOf([], [], 'Europe/Berlin');
  const remarks = [
    'waiting, as asked, until 11:40',
    'about 5 minutes left for this step',
    '12,400 rows so far',
  ];
  expect(statusAnswer(held, { ...idle, running }).data.running).toEqual({ ...running, remarks });
  expect(importEvent(held, running)).toEqual({ running: { ...running, remarks }, generation: 1 });
  expect(importEvent(held, null)).toEqual({ running: null, generation: 1 });
});
