import type { GuardrailChange } from '../../contract/guardrails.ts';
import { list } from '../../words/list.ts';
import { number, twoDigits } from '../../words/number.ts';
import { eventsWords, HIDDEN_RISE, hidesRise, isSeldom, sideWords, UNCERTAIN } from './change-words.ts';

/** What each guardrail watches, in a sentence; `core` are those that a reader is told of also where they cannot be judged. */
const WATCHED: Partial<Record<GuardrailChange['measure'], { what: string; core: boolean; mass?: true }>> = {
  'revert-rate': { what: 'reverts', core: true },
  'hotfix-rate': { what: 'hotfixes', core: false },
  'rework-share': { what: 'rework', core: true, mass: true },
  'reopened-issues': { what: 'reopened issues', core: false },
  'bugs-linked': { what: 'linked bugs', core: false },
  'merged-without-review': { what: 'unreviewed work', core: true, mass: true },
  'large-pull-requests': { what: 'pull requests over 400 lines', core: false },
  'review-time-per-100-lines': { what: 'review time', core: true, mass: true },
  'review-rounds': { what: 'review rounds', core: false },
  'review-comments-per-100-lines': { what: 'review comments', core: false },
  'ci-first-pass-rate': { what: 'first runs of checks', core: false },
  'batch-size': { what: 'size', core: false, mass: true },
};

/** What became worse in one team alone. */
export type WorseIn = { readonly team: string; readonly worse: readonly string[] };

/** So many teams are named. */
const NAMED = 2;

/**
 * The verdict's second line: what the gain costs; that no cost was seen, and where one would have been; or that there is too little to
 * judge; before it the teams that pay where the others do not. Never empty.
 */
export function costLine(changes: readonly GuardrailChange[], apart: readonly WorseIn[] = []): string {
  const whole = ofAllTeams(changes);
  if (apart.length === 0) return whole;
  const more = apart.length - NAMED;
  const some = apart.slice(0, NAMED).map(({ team, worse }) => `${list(worse)} in ${team}`);
  const where = list(more > 0 ? [...some, `something in ${number(more)} more`] : some);
  return whole.startsWith('Watch')
    ? `${whole}; besides, ${where} got worse`
    : `${sentence(where)} got worse. On the whole: ${lower(whole)}`;
}

function ofAllTeams(changes: readonly GuardrailChange[]): string {
  const standing = (one: GuardrailChange['standing']) => changes.filter((change) => change.standing === one);
  const worse = standing('worse');
  if (worse.length > 0) return `Watch: ${worse.map(worseWords).join('; ')}`;
  const usual = [...standing('usual'), ...standing('better')];
  const few = standing('too-few').filter((change) => isCore(change) || usual.length === 0);
  const rare = fewWords(few);
  if (usual.length === 0) {
    const [why] = changes.flatMap(({ reason }) => reason ?? []);
    return rare === ''
      ? `The cost cannot be told: ${lower(why ?? 'nothing is known of it.')}`
      : sentence(rare);
  }
  const unknown = standing('not-known').filter(isCore).map(whatOf);
  const beside = [rare, unknown.length === 0 ? '' : `not known here: ${list(unknown)}`].filter(
    (one) => one !== '',
  );
  return [`No cost we could see: ${shortly(usual)} within their usual range`, ...beside].join('; ');
}

/** So many are named before the others are counted. */
const SAID = 4;

/** Those that a reader is told of in any case first. */
function shortly(usual: readonly GuardrailChange[]): string {
  const all = [...usual.filter(isCore), ...usual.filter((change) => !isCore(change))];
  const more = all.length - SAID;
  const named = all.slice(0, more > 1 ? SAID : all.length).map(whatOf);
  return list(more > 1 ? [...named, `${number(more)} more`] : named);
}

function isCore({ measure }: GuardrailChange): boolean {
  return WATCHED[measure]?.core === true;
}

export function whatOf({ measure, name }: GuardrailChange): string {
  return WATCHED[measure]?.what ?? name.toLowerCase();
}

/** "too few reverts to judge (22, 9)", "too few reverts (22, 9) and too little rework (9, 3) to judge; of size a rise by half cannot be ruled out; too uncertain to judge: review time" */
export function fewWords(few: readonly GuardrailChange[]): string {
  const wide = few.filter((change) => !isSeldom(change));
  const rises = wide.filter(hidesRise).map(whatOf);
  const others = wide.filter((change) => !hidesRise(change)).map(whatOf);
  const said = [
    seldomWords(few.filter(isSeldom)),
    rises.length === 0 ? '' : `of ${list(rises)} ${HIDDEN_RISE}`,
    others.length === 0 ? '' : `${UNCERTAIN}: ${list(others)}`,
  ];
  return said.filter((one) => one !== '').join('; ');
}

function seldomWords(few: readonly GuardrailChange[]): string {
  const [only] = few;
  if (only === undefined) return '';
  if (few.length === 1) return `${tooFew(only)} to judge ${eventsWords(only)}`;
  return `${list(few.map((change) => `${tooFew(change)} ${eventsWords(change)}`))} to judge`;
}

function tooFew(change: GuardrailChange): string {
  return `too ${WATCHED[change.measure]?.mass === true ? 'little' : 'few'} ${whatOf(change)}`;
}

/** "pull requests are 31 % larger", "reverts rose from 2.7 % to 4.6 %" */
export function worseWords(change: GuardrailChange): string {
  const { measure, before, after } = change;
  if (measure === 'batch-size' && change.change !== null) {
    return `pull requests are ${number(twoDigits(change.change.value))} % larger`;
  }
  const [was, is] = [before.value, after.value].map((value) => sideWords(change, value ?? 0));
  if (measure === 'ci-first-pass-rate') return `checks passed at once fell from ${was} to ${is}`;
  return `${whatOf(change)} rose from ${was} to ${is}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
