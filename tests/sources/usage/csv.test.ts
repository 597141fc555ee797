import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { readUsage, told } from '../../support/vendors/read-usage.ts';
import { freeStore } from '../jira/read.ts';

function fileOf(text: string | Uint8Array): string {
  const path = join(temporaryFolder(), 'windsurf.csv');
  writeFileSync(path, text);
  return path;
}

const read = (store: Awaited<ReturnType<typeof freeStore>>, path: string) =>
  readUsage(store, { source: 'usage', config: { path } }, '');

const HEADER = 'date,person,tool,active,accepted_lines';

test('a file of use comes in, a second time changes nothing, and a corrected row is replaced', async () => {
  const store = await freeStore();
  const rows = ['2026-11-18,Ada@example.com,Windsurf,true,12', '2026-11-18,brian,Windsurf,no,'];
  const first = await read(store, fileOf([HEADER, ...rows].join('\r\n')));
  expect(first).toMatchObject({ failed: [], written: { toolDays: 2 } });
  expect(told(store)).toEqual([
    '2026-11-18 windsurf email:ada@example.com active 12',
    '2026-11-18 windsurf login:github.com/brian idle -',
  ]);
  expect(await read(store, fileOf([HEADER, ...rows].join('\n')))).toMatchObject({ written: { toolDays: 0 } });
  await read(store, fileOf([HEADER, '2026-11-18,ada@example.com,windsurf,yes,15'].join('\n')));
  expect(told(store)).toEqual([
    '2026-11-18 windsurf email:ada@example.com active 15',
    '2026-11-18 windsurf login:github.com/brian idle -',
  ]);
});

test('every faulty line is named, and nothing of the file is taken', async () => {
  const store = await freeStore();
  const rows = [
    '2026-11-18,ada@example.com,windsurf,true,12',
    '2026-02-30,ada@example.com,windsurf,true,12',
    '2026-11-18,ada at example,windsurf,true,12',
    '2026-11-18,ada@example.com,,true,12',
    '2026-11-18,ada@example.com,windsurf,perhaps,12',
    '2026-11-18,ada@example.com,windsurf,true,-1',
    '2026-11-18,ada@example.com',
  ];
  const { failed } = await read(store, fileOf([HEADER, ...rows].join('\n')));
  expect(failed).toMatchObject([{ code: 'bad-usage' }]);
  const lines = failed[0]?.message
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/"/g, "'"));
  expect(lines).toEqual([
    "Line 3: '2026-02-30' is no date like 2026-08-10.",
    "Line 4: 'ada at example' is no e-mail address and no login.",
    "Line 5: '' is no name of a tool.",
    "Line 6: active is 'perhaps', and may be true, false or nothing.",
    "Line 7: accepted_lines is '-1', which is no whole number.",
    'Line 8: it has 2 fields, and the first line has 5.',
  ]);
  expect(told(store)).toEqual([]);
});

test.each([
  ['without a column that is needed', 'date,person\n', /it lacks tool/],
  ['with a column that nobody knows', `${HEADER},mood\n`, /"mood" is not known/],
  ['that is empty', '', /it lacks date, person, tool/],
  ['that is no text', Uint8Array.of(0xff, 0xfe, 0x00), /is not UTF-8/],
])('a file %s is refused', async (_, text, says) => {
  const { failed } = await read(await freeStore(), fileOf(text));
  expect(failed[0]?.message).toMatch(says);
});

test('a file that is not there is named', async () => {
  const { failed } = await read(await freeStore(), join(temporaryFolder(), 'no.csv'));
  expect(failed).toMatchObject([{ code: 'unreadable-usage', message: /no\.csv cannot be read/ }]);
});
