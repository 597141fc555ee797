import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { attributionCommand } from '../../server/attribution-command.ts';

type Answer = { level?: string; tools?: string[]; error?: string };

async function explained(lines: readonly string[]): Promise<{ code: number; answers: Answer[] }> {
  const output = new PassThrough();
  const written = text(output);
  const code = await attributionCommand('explain', Readable.from(lines.map((line) => `${line}\r\n`)), output);
  output.end();
  const all = (await written).split('\n').filter((line) => line !== '');
  return { code, answers: all.map((line): Answer => JSON.parse(line)) };
}

const marked = (number: number) =>
  JSON.stringify({
    title: `Change ${number}`,
    commits: [
      {
        ...{ sha: 'a', author_name: 'Ada', author_email: 'ada@example.com' },
        ...{ committer_name: 'Ada', committer_email: 'ada@example.com' },
        message: number % 2 === 0 ? 'work\n\nCo-Authored-By: Claude <noreply@anthropic.com>' : 'work',
      },
    ],
  });

test('attribution explain answers every line in its order, whatever the reader’s pace', async () => {
  const { code, answers } = await explained(Array.from({ length: 2000 }, (_, number) => marked(number)));
  expect(code).toBe(0);
  expect(answers.map(({ level }) => level)).toEqual(
    Array.from({ length: 2000 }, (_, number) => (number % 2 === 0 ? 'assisted' : 'none')),
  );
  expect(answers[0]?.tools).toEqual(['claude-code']);
});

test('a line that is not understood is answered with its fault and loses none of the others', async () => {
  const { code, answers } = await explained([marked(0), '{"no', '', '{"commits": 3}', marked(1)]);
  expect(code).toBe(2);
  expect(answers.map(({ level, error }) => level ?? error)).toEqual([
    'assisted',
    'The line is not JSON.',
    'commits is not a list.',
    'none',
  ]);
});

test('there is nothing else to ask of it', async () => {
  await expect(attributionCommand('guess', Readable.from([]), new PassThrough())).rejects.toThrow(
    'Write: attribution explain < FILE, attribution rescore, or attribution diff.',
  );
});
