import type { About } from '../../contract/flow.ts';
import type { GuardrailChange, Guardrails } from '../../contract/guardrails.ts';
import type { Instant } from '../../model/instant.ts';
import type { Rollout } from '../../model/rollout.ts';
import { calendarDate } from '../../words/date.ts';
import { list } from '../../words/list.ts';
import { number } from '../../words/number.ts';
import { sideWords } from './change-words.ts';
import { fewWords, whatOf, worseWords } from './cost-line.ts';
import type { TeamApart } from './teams-apart.ts';

export const ABOUT: About = {
  name: 'Guardrails',
  formula:
    'Each measure over as many full weeks before each team’s own start as after it, up to the window and a year, and only of work that has been followed for long enough. Teams are compared with themselves, then put together (weights of Mantel and Haenszel); the 95 % range is that of the jackknife over teams, or of Newcombe where there is one team.',
  unit: 'points of a share, else percent of before',
  minimum:
    '10 events on each side, 8 full weeks on each side, and enough to have seen a rise by half four times out of five',
  emptyMeans: 'Nothing is known of it on one side of the start. This is not “nothing happened”.',
  limits: [
    'A change is called better or worse where its range leaves zero out, and it is still clear after all guardrails are counted (Benjamini and Hochberg at 5 %): where nothing has changed, something is called so one time in twenty.',
    '“Within its usual range” means that no change was seen, that a rise by half would have been, and that the range leaves it out. “Too few to judge” gives the events before and after.',
    'Teams of which a figure may not be shown by itself take no part; work of several teams counts once, with the one that started first. Teams are the author’s at the time.',
    'AI-marked work beside the rest describes: people choose what they give to AI, and marks miss what leaves none.',
  ],
};

/** What stands in place of a comparison, and what helps. */
export function withoutComparison(
  rollout: Rollout | null,
  changes: readonly GuardrailChange[],
  until: Instant | null,
): string | null {
  if (rollout === null)
    return 'No rollout is stated yet. Say when each team began under Settings, and every measure is compared before and after. Until then each is shown as it goes.';
  if (changes.some(({ teams }) => teams > 0)) return null;
  const days = rollout.starts.flatMap(({ day }) => day ?? []).sort();
  const [first] = days;
  if (first === undefined)
    return `No team of “${rollout.name}” has a date yet. Give each its own under Settings; until then each measure is shown as it goes.`;
  const early = changes.find(({ reason }) => reason?.startsWith('Too early') === true)?.reason;
  const begun = until !== null && Date.parse(first) < until;
  const why = !begun
    ? 'Before and after are compared from eight full weeks after a start on.'
    : (early ??
      'No team that has started may be shown by itself here: it takes five people with work of their own, and a start within the data.');
  return `${rollout.name}: first start on ${calendarDate(first)}. ${why} Until then each measure is shown as it goes.`;
}

type Found = Pick<Guardrails, 'without'> & {
  apart: readonly TeamApart[];
  changes: readonly GuardrailChange[];
  rollout: Rollout | null;
};

/** Whether people can trust the output without checking every line, as far as these numbers tell. */
export function pageFinding({ without, apart, changes, rollout }: Found): string {
  if (without !== null) {
    return rollout === null
      ? 'Nothing to compare with yet: when did the rollout begin?'
      : 'Nothing can be compared yet: whether output can be trusted as before is open';
  }
  const worse = changes.filter(({ standing }) => standing === 'worse');
  if (worse.length > 0) {
    const named = worse.slice(0, 2).map(worseWords);
    const more = worse.length - named.length;
    return `Not without checking: ${list(more > 0 ? [...named, `${number(more)} more got worse`] : named)}`;
  }
  const as = (wanted: GuardrailChange['standing']) => changes.filter(({ standing }) => standing === wanted);
  const [usual, better] = [as('usual'), as('better')];
  const [first] = apart;
  if (first !== undefined) {
    const teams = apart.map(({ team }) => team);
    return apart.length === 1
      ? `As before on the whole, but not in ${first.team}: ${list(first.worse)} got worse`
      : `As before on the whole, but not in ${list(teams.slice(0, 3))}${teams.length > 3 ? ' and others' : ''}`;
  }
  if (usual.length + better.length === 0) return 'Too few to judge whether output can be trusted as before';
  const said = [
    better.length === 0 ? [] : [`${named(better)} got better`],
    usual.length === 0 ? [] : [`${named(usual)} stayed as before`],
  ].flat();
  return `Nothing we can see got worse: ${said.join(', ')}`;
}

const NAMED = 3;

function named(changes: readonly GuardrailChange[]): string {
  const some = changes.slice(0, NAMED).map(whatOf);
  const more = changes.length - some.length;
  return list(more > 0 ? [...some, `${number(more)} more`] : some);
}

/** "Reverts rose from 1.6 % to 4.2 %", "Too few reverts to judge (22, 9)" */
export function changeFinding(change: GuardrailChange): string {
  const { standing, before, after, name } = change;
  const what = whatOf(change);
  const [was, is] = [before.value, after.value].map((value) =>
    value === null ? '' : sideWords(change, value),
  );
  switch (standing) {
    case 'worse':
      return upper(worseWords(change));
    case 'better':
    case 'changed':
      return `${upper(what)} went from ${was} to ${is}${standing === 'better' ? ': better' : ''}`;
    case 'usual':
      return `${upper(what)} stayed within the usual range: ${is} after, ${was} before`;
    case 'too-few':
      return upper(fewWords([change]));
    case 'not-known':
      return `${name} is not known here`;
  }
}

export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
