import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { compiledRules } from './facts/attribution/compiled.ts';
import { explainLine } from './facts/attribution/explain.ts';
import { ConfigError } from './model/errors.ts';

/** Answers are written so many at a time: a write costs as much as the judging of a line. */
const TOGETHER = 64 * 1024;
const NOT_UNDERSTOOD = /^\{"error":/;

/**
 * `attribution explain`: one pull request a line in, as JSON, and for each what the rules find in it, in the same order. A line
 * that is not understood is answered with its fault, and the rest goes on; the exit code is 2 then.
 */
export async function attributionCommand(what: string, input: Readable, output: Writable): Promise<number> {
  if (what !== 'explain')
    throw new ConfigError(
      'bad-command',
      'Write: attribution explain < FILE, attribution rescore, or attribution diff.',
    );
  const rules = compiledRules();
  let [answers, faults] = ['', 0];
  const flush = async () => {
    const whole = answers;
    answers = '';
    if (whole !== '' && !output.write(whole)) await once(output, 'drain');
  };
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const answer = explainLine(line, rules);
    if (NOT_UNDERSTOOD.test(answer)) faults += 1;
    answers += `${answer}\n`;
    if (answers.length > TOGETHER) await flush();
  }
  await flush();
  return faults === 0 ? 0 : 2;
}
