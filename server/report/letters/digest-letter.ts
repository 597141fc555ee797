import type { RolloutVerdict, VerdictAnswer, VerdictNumber } from '../../contract/verdict.ts';
import type { Letter } from './letter.ts';

/** So many of the four numbers are told: those that moved first. */
const CHANGES = 3;

const DEMO = 'Demo data: ';

const ORDER: readonly VerdictNumber['standing'][] = ['worse', 'better', 'none', 'cannot'];

/**
 * The weekly digest: the verdict with its cost, three changes, one thing to do.
 * @param known the answer; of a demo it says so in the line that is read first
 * @param address where the pages are asked for by those who read it; null: nowhere that they could reach
 */
export function digestLetter(
  { data: verdict, demo }: Pick<VerdictAnswer, 'data' | 'demo'>,
  dataLine: string,
  address: string | null,
): Letter {
  const { said, rollout, next, grade } = verdict;
  const besides = [said.under, said.cost, said.remark, said.look].filter((one) => one !== null && one !== '');
  const changes = changesOf(verdict);
  return {
    about: rollout === null ? 'digest' : `digest ${rollout.id}`,
    subject: `${demo ? DEMO : ''}Uptake${rollout === null ? '' : `, ${rollout.name}`}: ${said.sentence}`,
    lead: `${demo ? DEMO : ''}${said.sentence}`,
    parts: [
      ...(besides.length === 0 ? [] : [{ title: 'What stands behind it', lines: besides.map(String) }]),
      ...(changes.length === 0 ? [] : [{ title: 'What changed', lines: changes.map(lineOf) }]),
      { title: 'One thing to do', lines: [next.sentence] },
    ],
    link: address === null ? null : { text: next.link, address: new URL(next.page, address).href },
    foot: [
      ...[dataLine, verdict.countsSentence],
      ...(grade === null ? [] : [`Evidence grade ${grade.letter} of A to D: ${grade.means}.`]),
    ]
      .filter((one) => one !== '')
      .join(' '),
  };
}

/** What a digest says, without what moves every week: who has read this has read the next one of the same state. */
export function digestState({ said, numbers, next, rollout }: RolloutVerdict): string {
  const standings = numbers.map(({ key, standing }) => `${key} ${standing}`);
  return JSON.stringify([rollout?.id ?? null, said.row, said.isFinal, standings, next.sentence]);
}

function changesOf({ numbers }: RolloutVerdict): VerdictNumber[] {
  const rank = ({ standing }: VerdictNumber) => ORDER.indexOf(standing);
  return numbers.toSorted((one, other) => rank(one) - rank(other)).slice(0, CHANGES);
}

function lineOf({ name, now, before, change, word }: VerdictNumber): string {
  const values = [now, before].filter((one) => one !== null && one !== '').join(', ');
  // What begins like a sentence is one.
  const said = [values, change].filter((one) => one !== '').join(/^\p{Lu}/u.test(change) ? '. ' : '; ');
  return `${name} (${word}): ${said}.`.replace(/\.\.$/, '.');
}
