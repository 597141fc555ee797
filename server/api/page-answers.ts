import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { fileOf, mayBeShared } from '../contract/shareable.ts';
import { QuestionError } from '../model/errors.ts';
import { type Kept, withoutImport } from '../report/shared/kept.ts';
import type { Gate } from './access/access.ts';
import { asReader } from './access/inner.ts';

/** Asks without the rights of who shares: what is kept is what any reader would be told. */
type Ask = (url: string) => Promise<LightMyRequestResponse>;

/** Characters of all answers of one page together. */
const LONGEST = 2 * 1024 * 1024;
/** Each time that the data change in the middle of it, all is asked again. */
const ATTEMPTS = 3;

/**
 * Answers the calls of a page once more, as to anybody who reads, all of one generation of the data; with the files that can be
 * had of them, as far as there is room. Throws QuestionError where one may not be kept or cannot be answered.
 */
export async function pageAnswers(app: FastifyInstance, gate: Gate, calls: readonly string[]): Promise<Kept> {
  const ask = (url: string) => app.inject({ method: 'GET', url, ...asReader(gate) });
  const wanted = [...new Set(calls)].sort();
  const refused = wanted.find((call) => !mayBeShared(call));
  if (refused !== undefined) {
    throw new QuestionError('not-shareable', `"${refused}" is no answer that a page may keep.`, 'calls');
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const answers = await answersTo(ask, wanted);
    const files = await filesOf(ask, wanted, LONGEST - lengthOf(answers));
    if (await isOfOneGeneration(ask, wanted, answers)) return { answers, files };
  }
  throw new QuestionError('data-changing', 'The data are changing just now. Share again in a moment.');
}

async function answersTo(ask: Ask, calls: readonly string[]): Promise<Kept['answers']> {
  const answers: { path: string; body: string }[] = [];
  for (const path of calls) {
    const { statusCode, body } = await ask(path);
    if (statusCode !== 200) {
      const message = `"${path}" can no longer be answered as on this page. Load the page again, then share it.`;
      throw new QuestionError('cannot-share', message, 'calls');
    }
    answers.push({ path, body: withoutImport(body) });
    if (lengthOf(answers) > LONGEST) {
      const message =
        'This page holds more than can be kept under one link (2 MB). Ask for fewer weeks or teams.';
      throw new QuestionError('too-large-to-share', message, 'calls');
    }
  }
  return answers;
}

async function filesOf(ask: Ask, calls: readonly string[], room: number): Promise<Kept['files']> {
  const files: { path: string; disposition: string; text: string }[] = [];
  let left = room;
  for (const path of calls.flatMap((call) => fileOf(call) ?? [])) {
    const { statusCode, body, headers } = await ask(path);
    if (statusCode !== 200 || body.length > left) continue;
    left -= body.length;
    files.push({ path, disposition: String(headers['content-disposition'] ?? ''), text: body });
  }
  return files;
}

/** Files do not tell theirs: asking one answer again, after them, does. */
async function isOfOneGeneration(
  ask: Ask,
  [first = '']: readonly string[],
  answers: Kept['answers'],
): Promise<boolean> {
  const bodies = [...answers.map(({ body }) => body), (await ask(first)).body];
  return new Set(bodies.map((body) => JSON.parse(body).generation)).size === 1;
}

function lengthOf(answers: Kept['answers']): number {
  return answers.reduce((sum, { body }) => sum + body.length, 0);
}
