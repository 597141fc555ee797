import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { uptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HEADER = 'rollout,tool,kind,team,start\r\n';

function written(name: string, text: string): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

test('rollouts import says what it did; rollouts export gives it back', async () => {
  const data = temporaryFolder();
  const roster = written('roster.csv', 'team,login_or_email,from,to\r\nShop,ada@example.com,,\r\n');
  expect(await uptake(['teams', 'import', roster, '--data', data])).toMatchObject({ code: 0 });
  const file = written('rollouts.csv', `${HEADER}Copilot,copilot,assistant,Shop,2026-03-04\r\n`);
  const imported = await uptake(['rollouts', 'import', file, '--data', data]);
  expect(imported).toMatchObject({ code: 0, stderr: '' });
  expect(imported.stdout).toContain('1 rollout of a file: "Copilot".');
  const exported = await uptake(['rollouts', 'export', '--data', data]);
  expect([exported.code, exported.stdout]).toEqual([0, readFileSync(file, 'utf8')]);
  const again = await uptake(['rollouts', 'import', file, '--data', data]);
  expect(again.stdout).toContain('All of it was so already.');
});

test('a file at fault is refused with its lines, exit code 2 and no stack trace', async () => {
  const file = written('rollouts.csv', `${HEADER}A,,robot,,`);
  const { code, stderr } = await uptake(['rollouts', 'import', file, '--data', temporaryFolder()]);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /rollouts\.csv: One line cannot be taken; nothing was changed\.\nLine 2: "robot" is no/,
  );
  expect(stderr).not.toMatch(/\n\s+at /);
});

test.each([
  [['rollouts', 'import'], /Write: rollouts import FILE, or: rollouts export/],
  [['rollouts', 'show'], /Write: rollouts import FILE/],
  [['rollouts', 'import', 'nowhere.csv'], /nowhere\.csv cannot be read/],
])('%j is answered with a sentence', async (args, says) => {
  const { code, stderr } = await uptake([...args, '--data', temporaryFolder()]);
  expect([code, says.test(stderr)]).toEqual([2, true]);
});
