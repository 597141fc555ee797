import { expect, it } from 'vitest';
import { DAY } from '../../server/model/instant.ts';
import { seriesCsv, seriesCsvName } from '../../server/report/export-csv.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { fact, fresh, heldOf, MONDAY } from '../support/facts.ts';

/** Reads RFC 4180 back, by its own rules and not by ours. */
function parsed(csv: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  return lines.filter((line) => line.some((cell) => cell !== ''));
}

const none = new Map<string, string>();
const until = MONDAY + 15 * DAY;
const answerOf = (repositoryId: string) => {
  const facts = Array.from({ length: 8 }, (_, number) => fact(number, { repositoryId }));
  const held = heldOf(facts, [fresh(until, { repositoryId })]);
  return seriesAnswer(held, 'cycle-time', { repo: repositoryId, window: '12w' });
};

it('a CSV has one header, one line a week, and its question in each', () => {
  const csv = seriesCsv(answerOf('git:example.com/acme/shop'), none);
  expect(csv.endsWith('\r\n')).toBe(true);
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const [header = [], ...rows] = parsed(csv);
  expect(rows.every((row) => row.length === header.length)).toBe(true);
  const [first, second] = rows.map((row) =>
    Object.fromEntries(header.map((name, index) => [name, row[index]])),
  );
  expect(first).toEqual({
    week: '2026-08-10',
    measure: 'cycle-time',
    unit: 'hours',
    statistic: 'p50',
    value: '24',
    p25: '24',
    p75: '24',
    state: 'value',
    n: '8',
    of: '8',
    still_open: '0',
    people: '',
    may_change: 'false',
    running: 'false',
    grouped_by: 'merge',
    window: '12w',
    repository: 'git:example.com/acme/shop',
    team: 'all',
    data_until: '2026-08-25T09:00:00Z',
    data: 'real',
  });
  expect(second).toMatchObject({ value: '', state: 'empty', n: '0' });
});

it.each(['=HYPERLINK("x")', '+1', '-1', '@sum', '\t=1'])('a cell %j is no formula', (repositoryId) => {
  const [header = [], first = []] = parsed(seriesCsv(answerOf(repositoryId), none));
  expect(first[header.indexOf('repository')]).toBe(`'${repositoryId}`);
});

it('a comma or a quote stays inside its cell', () => {
  const [header = [], first = []] = parsed(seriesCsv(answerOf('git:/srv/a, "b"'), none));
  expect(first[header.indexOf('repository')]).toBe('git:/srv/a, "b"');
});

it('every line of a demo says that it is one', () => {
  const held = heldOf([fact(1)], [fresh(until, { source: 'demo' })]);
  const [header = [], ...rows] = parsed(seriesCsv(seriesAnswer(held, 'cycle-time', {}), none));
  expect(rows.length).toBeGreaterThan(1);
  expect(new Set(rows.map((row) => row[header.indexOf('data')]))).toEqual(new Set(['demo']));
});

it('the file is named by its question', () => {
  expect(seriesCsvName(answerOf('git:a'))).toBe('uptake-cycle-time-12w.csv');
});
