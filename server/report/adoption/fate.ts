import type { AdoptionBars, AdoptionFigure, AdoptionRow } from '../../contract/adoption.ts';
import type { About } from '../../contract/flow.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import {
  type Counted,
  type Fate,
  fates,
  type Hundred,
  hoursToMerge,
  hundreds,
  mergedOf,
  SIZE,
  stoodOf,
} from '../../metrics/adoption/fates.ts';
import { MINUTE } from '../../model/instant.ts';
import { isCannot } from '../../stats/cannot.ts';
import { newcombe } from '../../stats/proportions/newcombe.ts';
import { wilson } from '../../stats/proportions/wilson.ts';
import { median } from '../../stats/quantile.ts';
import { amount } from '../../words/amount.ts';
import { list } from '../../words/list.ts';
import { number } from '../../words/number.ts';
import { FEWEST } from '../too-close.ts';
import { NONE_SEEN, nothingToShow, percent } from './adoption-words.ts';
import { type AdoptionAsked, foundOnce, workOf } from './asked-adoption.ts';

const ABOUT: About = {
  name: 'The thousandth run',
  formula:
    'AI-marked pull requests in the order of their opening, by ordinal hundred: the share merged of those that have ended, the share of the merged that was neither reverted nor (where lines are watched) more than half changed again within 21 days, and the median time from opening to merge. Beside each hundred the unmarked that were opened in the same time. Ranges are Wilson’s and Newcombe’s, 95 %.',
  unit: 'share, hours',
  minimum: `a full hundred, of ${FEWEST} people or more`,
  emptyMeans: 'There are fewer than a hundred AI-marked pull requests.',
  limits: [
    'A demo shines in the first hundred; production is judged on the tenth.',
    'It describes: people choose what they give to AI, and that may change.',
    'A clone knows neither openings nor what was closed unmerged: its work stands in the order of its merges, and only whether it stood is told.',
    NONE_SEEN,
  ],
};
const FIRST = 10;
/** Four comparisons are made at once. */
const CERTAIN = 0.99;

/** What becomes of AI-marked work, hundred by hundred, beside the other work of the same time. */
export const fateFigure = foundOnce((asked: AdoptionAsked): AdoptionFigure => {
  const { window, held, question } = asked;
  if (asked.few) return nothingToShow('few', ABOUT);
  if (window === null) return nothingToShow('early', ABOUT);
  const all = fates(held.snapshot, workOf(asked, window.first, window.to, 'opening'));
  const marked = all.filter((one) => one.marked).length;
  const full = hundreds(all).filter(
    ({ marked: own, others }) => isTold(own) && (others.length === 0 || isTold(others)),
  );
  const shown = [...full.slice(0, FIRST), ...(full.length > FIRST ? full.slice(-1) : [])];
  const [first] = shown;
  const dataEnd = (question.repositories.dataUntil ?? 0) / MINUTE;
  const stood = (of: readonly Fate[]) => stoodOf(of, dataEnd);
  // Of what a clone tells, a hundred says nothing before it is old enough to have stood.
  const ended = shown.filter(({ marked: own }) => mergedOf(own).trials + stood(own).trials > 0);
  const tenth = shown.find(({ ordinal }) => ordinal === FIRST) ?? ended.at(-1) ?? shown.at(-1);
  if (first === undefined || tenth === undefined) return nothingToShow(fewer(marked), ABOUT);
  const opened = shown.some(({ marked: own }) => mergedOf(own).trials > 0);
  const rework = shown.some(({ marked: own }) => stood(own).rework > 0);
  const bars = [
    ...(opened ? [sharesOf('Merged', shown, mergedOf)] : []),
    sharesOf(rework ? 'Not reverted, not reworked' : 'Not reverted within 21 days', shown, stood),
    ...(opened ? [hoursOf(shown)] : []),
  ];
  return {
    finding: findingOf(first, tenth, full, stood),
    howToRead: `Each row is a hundred AI-marked pull requests in the order of their ${opened ? 'opening' : 'merge'}; the grey one below it is the unmarked work of the same time. Bars begin at 0; the thin line is the likely range. Still works: no share is lower than that of the first hundred or of other work by more than chance, and stays so.`,
    description: `Fate by ordinal hundred: ${list(
      bars.map(({ title, rows }) => `${title}: ${list(rows.map(({ name, label }) => `${name} ${label}`))}`),
    )}.`,
    coverage: `AI-marked pull requests, ${number(full.length)} full hundreds${full.length > shown.length ? `, of which the first ${FIRST} and the last are shown` : ''}.`,
    n: marked,
    about: ABOUT,
    cautions: [
      ...(opened ? [] : ['A clone does not tell what was closed unmerged, nor how long merging took.']),
      ...(rework ? [] : ['Which lines were changed again is not known here: it needs a whole clone.']),
    ],
    bars,
    ...{ bases: [], weeks: [], lines: [] },
  };
});

function isTold(all: readonly Fate[]): boolean {
  return new Set(all.map(({ person }) => person).filter((person) => person !== UNKNOWN)).size >= FEWEST;
}

function fewer(marked: number) {
  return {
    finding:
      marked < SIZE
        ? `${number(marked)} AI-marked pull requests so far: too few for a first hundred that may be told`
        : `${number(marked)} AI-marked pull requests so far, but no hundred of them is of enough people to be told`,
    todo: `It needs a hundred, of ${FEWEST} people or more, and as many people beside them.`,
  };
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

function hundredName(ordinal: number): string {
  return `${ORDINALS[ordinal - 1] ?? `${number(ordinal)}th`} hundred`;
}

function rowsOf(
  shown: readonly Hundred[],
  of: (all: readonly Fate[], name: string, isBeside: boolean) => AdoptionRow,
): AdoptionRow[] {
  return shown.flatMap(({ ordinal, marked, others }) => {
    const name = hundredName(ordinal);
    const own = of(marked, name.slice(0, 1).toUpperCase() + name.slice(1), false);
    return others.length === 0 ? [own] : [own, of(others, 'unmarked then', true)];
  });
}

function sharesOf(
  title: string,
  shown: readonly Hundred[],
  counted: (all: readonly Fate[]) => Counted,
): AdoptionBars {
  const rows = rowsOf(shown, (all, name, isBeside) => {
    const { successes, trials } = counted(all);
    const share = wilson(successes, trials);
    if (isCannot(share)) return { name, isBeside, value: null, low: null, high: null, label: 'pending' };
    const { lower: low, upper: high } = share;
    return {
      name,
      isBeside,
      value: share.share,
      low,
      high,
      label: `${percent(share.share)} of ${number(trials)}`,
    };
  });
  return { title, kind: 'lengths', unit: 'share', rows };
}

function hoursOf(shown: readonly Hundred[]): AdoptionBars {
  const rows = rowsOf(shown, (all, name, isBeside) => {
    const hours = hoursToMerge(all);
    if (hours.length === 0)
      return { name, isBeside, value: null, low: null, high: null, label: 'none merged' };
    const value = median(Float64Array.from(hours));
    return { name, isBeside, value, low: null, high: null, label: amount(value, 'hours') };
  });
  return { title: 'Median time to merge', kind: 'lengths', unit: 'hours', rows };
}

/** Whether the thousandth run still works: the tenth hundred (or the last there is) beside the first, and beside other work. */
function findingOf(
  first: Hundred,
  tenth: Hundred,
  all: readonly Hundred[],
  stood: (all: readonly Fate[]) => Counted,
): string {
  const name = hundredName(tenth.ordinal);
  const [merged, stands] = [mergedOf(tenth.marked), stood(tenth.marked)];
  const said = saidOf(name, merged, stands);
  if (tenth.ordinal < 2 || merged.trials + stands.trials === 0)
    return `Too early for a thousandth run: ${said}`;
  // One bad hundred among many is chance: whatever came after it has to be worse as well.
  const later = all.filter(({ ordinal }) => ordinal >= tenth.ordinal);
  const since = { marked: later.flatMap((one) => one.marked), others: later.flatMap((one) => one.others) };
  const isWorse = (beside: (hundred: Pick<Hundred, 'marked' | 'others'>) => readonly Fate[]) =>
    [mergedOf, stood].some((of) => [tenth, since].every((own) => fell(of(own.marked), of(beside(own)))));
  const worse = [
    isWorse(() => first.marked)
      ? `than of the ${first.ordinal === 1 ? 'first' : hundredName(first.ordinal)}`
      : null,
    isWorse(({ others }) => others) ? 'than of the unmarked of the same weeks' : null,
  ].filter((one) => one !== null);
  const subject = tenth.ordinal === FIRST ? 'The thousandth run' : `The ${name}`;
  return worse.length === 0
    ? `${subject} still works: ${said}`
    : `${subject} does less well: ${said}, fewer ${list(worse)}`;
}

function saidOf(name: string, merged: Counted, stands: Counted): string {
  if (merged.trials === 0) {
    return stands.trials === 0
      ? `the ${name} has not been followed for 21 days`
      : `${share(stands)} of the ${name} stood for 21 days`;
  }
  return `${share(merged)} of the ${name} merged${stands.trials === 0 ? '' : `, ${share(stands)} of these stood`}`;
}

function share({ successes, trials }: Counted): string {
  return trials === 0 ? 'none' : percent(successes / trials);
}

function fell(one: Counted, other: Counted): boolean {
  const difference = newcombe(one, other, CERTAIN);
  return !isCannot(difference) && difference.upper < 0;
}
