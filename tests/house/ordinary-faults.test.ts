import { describe, expect, test } from 'vitest';
import { whatIsSaidOf } from './sound-house.ts';

const one = 'export const one = 1;\n';

describe('A file in the wrong place or under the wrong name', () => {
  const faults: [path: string, text: string, reason: string][] = [
    ['docs/one.md', '', 'stands in no known room'],
    ['vite.config.ts', one, 'stands in no known room'],
    ['.npmrc', '', 'stands in no known room'],
    ['server/analytics/one.ts', one, 'stands in no known room'],
    ['server/one.json', '{}', 'stands in no known room'],
    ['server/sources/one.ts', one, 'stands in no known room'],
    ['web/pages/one.tsx', one, 'stands in no known room'],
    ['web/one.tsx', one, 'stands in no known room'],
    ['web/state/one.ts', one, 'stands in no known room'],
    ['tests/extra/one.test.ts', one, 'stands in no known room'],
    ['server/store/one.mjs', one, 'code is written as .ts or .tsx'],
    ['server/store/one.js', one, 'code is written as .ts or .tsx'],
    ['server/words/one.tsx', one, 'only the web is written as .tsx'],
    ['server/store/openStore.ts', one, 'openStore.ts is not kebab-case'],
    ['web/pages/Flow/one.ts', one, 'Flow is not kebab-case'],
    ['server/store/sql_text.ts', one, 'sql_text.ts is not kebab-case'],
    ['server/store/utils.ts', one, 'the name "utils" says nothing about the domain'],
    ['server/store/date-helpers.ts', one, 'the name "helpers" says nothing about the domain'],
    ['web/ui/common/one.ts', one, 'the name "common" says nothing about the domain'],
    ['server/ingest/run-manager.ts', one, 'the name "manager" says nothing about the domain'],
    ['server/report/report.service.ts', one, 'the name "service" says nothing about the domain'],
    ['tests/support/misc.ts', one, 'the name "misc" says nothing about the domain'],
    ['server/store/one.ts', one.repeat(301), 'has 301 lines; 300 are the limit'],
    ['tests/store/one.test.ts', one.repeat(301), 'has 301 lines; 300 are the limit'],
    ['web/theme.css', '\n'.repeat(300).concat('.a {}'), 'has 301 lines; 300 are the limit'],
    ['scripts/one.ts', one.repeat(41), 'has 41 lines; 40 are the limit'],
    ['server/store/open.test.ts', one, 'is no tests/**/*.test.ts, so it never runs'],
    ['tests/store/one.spec.ts', one, 'is no tests/**/*.test.ts, so it never runs'],
    [
      'server/model/index.ts',
      "export * from './instant.ts';",
      'is a barrel: it only passes on what other files hold',
    ],
    [
      'server/model/all.ts',
      "export { iso } from './instant.ts';",
      'is a barrel: it only passes on what other files hold',
    ],
    [
      'server/model/all.ts',
      "import { iso } from './instant.ts';\nexport { iso };",
      'is a barrel: it only passes on what other files hold',
    ],
  ];
  test.each(faults)('is noticed: %s', (path, text, reason) => {
    expect(whatIsSaidOf({ [path]: text })).toEqual([`${path}: ${reason}`]);
  });

  test('is forgiven to data of 301 lines', () => {
    expect(
      whatIsSaidOf({
        'tests/golden/one.json': '\n'.repeat(301),
        'migrations/0001_two.sql': '\n'.repeat(301),
      }),
    ).toEqual([]);
  });
});

describe('A text that has no place in the house', () => {
  const slash = '/';
  const at = '@';
  const faults: [path: string, text: string, reason: string][] = [
    [
      'server/contract/index.ts',
      "export * from './series.ts';",
      'the contract index holds nothing but `export type *`',
    ],
    ['server/words/one.ts', 'export default 1;', 'exports a default instead of a name'],
    ['server/words/one.ts', 'export const a = (1 as unknown) as string;', 'casts by way of `unknown`'],
    ['server/words/one.ts', 'export const a = <string>(<unknown>1);', 'casts by way of `unknown`'],
    [
      'server/words/one.ts',
      `// @ts-${'ignore'} it\nexport const a = 1;`,
      `silences a tool with @ts-${'ignore'}`,
    ],
    [
      'tests/one.test.ts',
      `/* @ts-${'expect-error'} */\nexport const a = 1;`,
      `silences a tool with @ts-${'expect-error'}`,
    ],
    [
      'server/words/one.ts',
      `// biome-${'ignore'} lint: no\nexport const a = 1;`,
      `silences a tool with biome-${'ignore'}`,
    ],
    ['web/ui/one.module.css', `/* biome-${'ignore'} lint: no */`, `silences a tool with biome-${'ignore'}`],
    ['tests/one.test.ts', "test.only('a', () => {});", 'a test is switched off or excused with "only"'],
    [
      'tests/one.test.ts',
      "it.concurrent.skip('a', () => {});",
      'a test is switched off or excused with "skip"',
    ],
    [
      'tests/one.test.ts',
      "describe.skipIf(true)('a', () => {});",
      'a test is switched off or excused with "skipIf"',
    ],
    ['tests/one.test.ts', "test.todo('a');", 'a test is switched off or excused with "todo"'],
    [
      'tests/one.test.ts',
      "test('a', { retry: 3 }, () => {});",
      'a test is switched off or excused with "retry"',
    ],
    ['README.md', `cd ${slash}home/someone/uptake`, `names a place on one machine: ${slash}home/`],
    [
      'server/words/one.ts',
      `export const a = '${slash}root/x';`,
      `names a place on one machine: ${slash}root/`,
    ],
    ['.ci/run', `cd ${slash}work/x`, `names a place on one machine: ${slash}work/`],
    ['README.md', `https://registry.${'npmjs'}.org/x`, `names a package registry: registry.${'npmjs'}.org`],
    [
      'tests/fixtures/log.txt',
      `by someone${at}company.com`,
      `holds an e-mail address that could be a person's: someone${at}company.com`,
    ],
  ];
  test.each(faults)('is noticed in %s: %s', (path, text, reason) => {
    expect(whatIsSaidOf({ [path]: text })).toEqual([`${path}:1: ${reason}`]);
  });
});
