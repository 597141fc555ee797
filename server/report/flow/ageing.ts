import type { Ageing, AgeingAnswer } from '../../contract/flow.ts';
import type { View } from '../../contract/view.ts';
import { idOf } from '../../facts/columns/rows-holding.ts';
import { DAY, MINUTE } from '../../model/instant.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { NOT_TO_OPEN_WORK } from '../marks-applied.ts';
import { OPEN_AGES, openAgeOf } from '../open-ages.ts';
import { openUnknowable } from '../open-unknowable.ts';
import { type Question, resolveQuestion } from '../question.ts';
import type { Unknowable } from '../unknowable.ts';
import { ageingWords, untoldWords } from './ageing-words.ts';
import { eachOpen, type OpenOne, WAITING } from './open-work.ts';

/** From when on one is old. */
const OLD = 14 * DAY;

/** How many of the oldest are named. */
const NAMED = 5;

/**
 * Pull requests that are open now, where the data end: how old they are, and what each waits for. Says nothing of whose they are.
 * Throws QuestionError as every question does.
 */
export function ageingAnswer(held: Held, view: View): AgeingAnswer {
  const question = resolveQuestion(held, 'time-to-merge', view);
  const { repositories } = question;
  // Of merged work, which is not in this figure.
  const warnings = question.warnings.filter(({ code }) => code.startsWith('repository-'));
  if (question.marks !== null) warnings.push(NOT_TO_OPEN_WORK);
  const never = openUnknowable(held, question.view);
  const data = never === null ? ageing(held, question) : untold(never);
  return envelope(held, question.view, repositories.dataUntil, warnings, data);
}

/** Nothing of it is counted. */
function untold(never: Unknowable): Ageing {
  const states = WAITING.map(({ waiting, name }) => ({ waiting, name, counts: OPEN_AGES.map(() => 0) }));
  return { ...untoldWords(never), bands: [...OPEN_AGES], states, oldest: [] };
}

function ageing(held: Held, question: Question): Ageing {
  const counts = new Map(WAITING.map(({ waiting }) => [waiting, OPEN_AGES.map(() => 0)]));
  const oldOnes = new Map(WAITING.map(({ waiting }) => [waiting, 0]));
  let open = 0;
  let oldest: OpenOne[] = [];
  const automation = eachOpen(held, question, (one) => {
    const of = counts.get(one.waiting);
    const band = openAgeOf(one.minutes);
    if (of !== undefined) of[band] = (of[band] ?? 0) + 1;
    if (one.minutes * MINUTE >= OLD) oldOnes.set(one.waiting, (oldOnes.get(one.waiting) ?? 0) + 1);
    open += 1;
    // Weeks come in their order, so that hardly any is put among the oldest and out again.
    if (oldest.length === NAMED && one.minutes <= (oldest.at(-1)?.minutes ?? 0)) return;
    oldest = [...oldest, one].sort((a, b) => b.minutes - a.minutes).slice(0, NAMED);
  });
  const states = WAITING.map(({ waiting, name }) => ({ waiting, name, counts: counts.get(waiting) ?? [] }));
  const old = WAITING.map(({ waiting }) => ({ waiting, count: oldOnes.get(waiting) ?? 0 }));
  return {
    ...ageingWords(question, { states, open, automation, old }),
    bands: [...OPEN_AGES],
    states,
    oldest: oldest.map((one) => named(held, one)),
  };
}

function named(
  { snapshot, freshness }: Held,
  { chunk, row, minutes, waiting }: OpenOne,
): Ageing['oldest'][number] {
  const repository = snapshot.repositories.values[chunk.repository[row] ?? -1];
  const name = freshness.find(({ repositoryId }) => repositoryId === repository)?.name ?? '';
  const age = ageInWords(minutes);
  const words = WAITING.find((one) => one.waiting === waiting)?.words ?? '';
  return {
    id: idOf(snapshot, chunk, row),
    name: `${name}#${chunk.number[row]}`,
    waiting,
    age,
    words: `open for ${age}, ${words}`,
  };
}

/** "43 days"; whole hours below two days. */
function ageInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${Math.floor(hours / 24)} days`;
}
