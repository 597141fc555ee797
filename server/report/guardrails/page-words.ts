import type { Guardrail, GuardrailChange, Guardrails } from '../../contract/guardrails.ts';
import { count, number } from '../../words/number.ts';

/** What the page's first figure owes its reader besides its finding. */
export function pageWords(
  changes: readonly GuardrailChange[],
  shown: readonly Guardrail[],
  without: string | null,
): Pick<Guardrails, 'howToRead' | 'description' | 'coverage' | 'n'> {
  if (without !== null) {
    const known = shown.filter(({ n }) => n > 0).length;
    return {
      howToRead: without,
      description: `${count(shown.length, 'guardrail')}, nothing compared: ${without}`,
      coverage: `${number(known)} of ${count(shown.length, 'guardrail')} can be measured here.`,
      n: Math.max(0, ...shown.map(({ n }) => n)),
    };
  }
  const many = (standing: GuardrailChange['standing']) =>
    changes.filter((change) => change.standing === standing).length;
  const judged = changes.length - many('too-few') - many('not-known');
  const most = changes.reduce((largest, change) => (change.teams > largest.teams ? change : largest));
  return {
    howToRead:
      'Each team before and after its own start, then together. Dot: the change in percent of before; line: its 95 % range. Right of the dashed line there is half as much again.',
    description: changes.map(({ sentence }) => `${sentence}.`).join(' '),
    coverage: `${[
      `${number(judged)} of ${count(changes.length, 'measure')} can be judged, of ${count(most.teams, 'team')} that started`,
      ...(many('too-few') === 0 ? [] : [`${number(many('too-few'))} cannot be judged yet`]),
      ...(many('not-known') === 0 ? [] : [`${number(many('not-known'))} not known here`]),
    ].join('; ')}.`,
    n: Math.max(...changes.map(({ before, after }) => before.n + after.n)),
  };
}
