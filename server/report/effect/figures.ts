import type { Distribution, ImpactTeams, ImpactTrend, Said } from '../../contract/impact.ts';
import { weekLabel } from '../../model/week.ts';
import { isCannot } from '../../stats/cannot.ts';
import { percentOf } from '../../stats/inference/ratio.ts';
import { amount, amountPair } from '../../words/amount.ts';
import { calendarDate } from '../../words/date.ts';
import { count } from '../../words/number.ts';
import { fourDigits } from '../four-digits.ts';
import { countsSentence } from './counts-words.ts';
import type { Effect } from './effect.ts';
import { PERIOD } from './frame.ts';
import type { TeamEffect } from './team-effects.ts';

const LIMITS = [
  'Work belongs to the weeks in which it began, so that clearing a backlog does not look like slowing down.',
  'People are those who were on the team’s roster when it started.',
];

/** The teams that start, four weeks a point. */
export function trendFigure(found: Effect, said: Said): ImpactTrend {
  const { clock, trend, sides, frame } = found;
  const { before, after } = sides;
  const shown = trend.points.flatMap(({ value, from }) => (value === null ? [] : [{ value, from }]));
  const last = shown.at(-1);
  const [is, was] = before === null || after === null ? ['', ''] : amountPair(after, before, 'hours');
  return {
    finding:
      is === ''
        ? `${clock.name} of teams that start: ${frame.first > frame.running ? 'nothing has started yet' : 'too early to tell since the starts'}`
        : `Half took at most ${is} since the starts, ${was} before`,
    howToRead: `Line: median ${clock.name.toLowerCase()} of teams that start, four weeks a point. Band: the middle half. Dashed: it may still change.`,
    description: `${clock.name} by four weeks: ${shown.length === 0 ? 'nothing to show' : `first ${amount(shown[0]?.value ?? 0, 'hours')}, last ${amount(last?.value ?? 0, 'hours')}`}. ${said.sentence}`,
    coverage: countsSentence(found),
    n: trend.points.reduce((sum, { n }) => sum + n, 0),
    unknowable: null,
    about: {
      name: clock.name,
      formula: clock.sentence,
      unit: 'hours',
      minimum: '5 in four weeks',
      emptyMeans: 'Nothing began in these weeks, or it is not finished.',
      limits: [
        ...LIMITS,
        `Points are dashed until ${amount(frame.patience ?? 0, 'hours')} have passed, in which nine tenths of the work was done before.`,
        'Expected is the median had the start changed nothing: the median of these weeks less the estimated effect, or the trend before carried on.',
      ],
    },
    ...trend,
    expected: expectedOf(found),
  };
}

/** What the medians would have been: by the effect of each period, or by the series that is carried on. */
function expectedOf({ trend, primaries, frame }: Effect): ImpactTrend['expected'] {
  const { comparison, comparable, series } = primaries.time;
  if (series !== null) return carriedOn(series.expected, frame.from);
  if (comparison === null || comparable === null) return [];
  const byPeriod = Map.groupBy(comparison.cells, ({ period }) => period);
  return trend.points.flatMap(({ from, to, value }, period) => {
    const cells = byPeriod.get(period);
    if (cells === undefined || value === null) return [];
    const effect = cells.reduce((sum, cell) => sum + cell.effect, 0);
    const started = Math.max(1, Array.from(comparable.panel.starts).filter(Number.isFinite).length);
    // Of teams that have not started yet nothing has changed.
    return [{ from, to, value: value / Math.exp(effect / started), low: null, high: null }];
  });
}

function carriedOn(
  weeks: readonly { week: number; value: number; low: number; high: number }[],
  origin: number,
): ImpactTrend['expected'] {
  const periods = Map.groupBy(weeks, ({ week }) => Math.floor((week - origin) / PERIOD));
  return [...periods].map(([period, own]) => {
    const mean = (of: (one: (typeof own)[number]) => number) =>
      Math.exp(own.reduce((sum, one) => sum + of(one), 0) / own.length) / 60;
    const from = origin + period * PERIOD;
    return {
      ...{ from: weekLabel(from), to: weekLabel(from + PERIOD - 1) },
      value: mean(({ value }) => value),
      low: mean(({ low }) => low),
      high: mean(({ high }) => high),
    };
  });
}

/** The periods of the teams' small charts: of many teams several of the trend's are one. */
function periodsOfTeams({ trend, teamEffects }: Effect): ImpactTeams['periods'] {
  const together = pointsTogether({ trend, teamEffects });
  return trend.points.flatMap(({ from }, place) => {
    if (place % together > 0) return [];
    return [{ from, to: trend.points[Math.min(place + together, trend.points.length) - 1]?.to ?? from }];
  });
}

function pointsTogether({ trend, teamEffects }: Pick<Effect, 'trend' | 'teamEffects'>): number {
  return Math.max(1, Math.ceil(trend.points.length / Math.max(1, teamEffects[0]?.values.length ?? 0)));
}

/** Teams that are said one by one where a drawing is told in words. */
const MOST_SAID = 24;

/** Apart by less (of logs) teams drawn towards their mean are one: their own differences were noise. */
const APART = 0.06;

/** What is said of teams that do not differ by more than noise: each by itself would be none the surer. */
function together(known: readonly TeamEffect[]): string | null {
  const values = known.flatMap(({ change }) => change?.value ?? []);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return values.length > 1 && most - least < APART
    ? `The ${count(values.length, 'team')} that started do not differ by more than chance`
    : null;
}

/** By name, and never by value. */
export function teamsFigure(found: Effect): ImpactTeams {
  const { teamEffects, clock, primaries } = found;
  const known = teamEffects.filter(({ change }) => change !== null);
  const clear = known.filter(({ change }) => change !== null && change.low * change.high > 0).length;
  const mean = primaries.time.findings.effect;
  return {
    finding:
      known.length === 0
        ? `${count(teamEffects.length, 'team')}, each beside its own past`
        : (together(known) ?? `${clear} of ${count(known.length, 'team')} that started clearly changed`),
    howToRead: `Median ${clock.name.toLowerCase()} by ${PERIOD * pointsTogether(found)} weeks, on one scale, by name. The change is drawn towards the mean of all by what is noise in a team’s own.`,
    description: `${teamEffects
      .slice(0, MOST_SAID)
      .map(
        ({ name, before, after }) =>
          `${name}: ${before === null ? 'too few' : amount(before, 'hours')} before, ${after === null ? 'too few' : amount(after, 'hours')} after`,
      )
      .join(
        '; ',
      )}${teamEffects.length > MOST_SAID ? `; and ${count(teamEffects.length - MOST_SAID, 'more team')}, in the table` : ''}.`,
    coverage: countsSentence(found),
    n: teamEffects.reduce((sum, { nBefore, nAfter }) => sum + nBefore + nAfter, 0),
    unknowable: null,
    about: {
      name: 'Teams',
      formula:
        'Each team’s mean effect against what was expected, by empirical-Bayes shrinkage (DerSimonian and Laird): the loudest team is mostly the noisiest.',
      unit: 'hours and percent',
      minimum: '5 people and 5 items; smaller teams are together as others',
      emptyMeans: 'Too few items on one of the sides.',
      limits: [...LIMITS, 'Teams that have not started are parted at the first start of all.'],
    },
    periods: periodsOfTeams(found),
    teams: teamEffects.map(({ before, after, change, values, ...team }) => ({
      ...team,
      before: told(before),
      after: told(after),
      values: values.map(told),
      change:
        change === null || isCannot(mean)
          ? null
          : {
              value: fourDigits(percentOf(change.value)),
              low: fourDigits(percentOf(change.low)),
              high: fourDigits(percentOf(change.high)),
            },
    })),
  };
}

function told(hours: number | null): number | null {
  return hours === null ? null : fourDigits(hours);
}

/** How long single items took, before and after. */
export function distributionFigure(found: Effect): Distribution {
  const { distribution, sides, clock } = found;
  const { bins, nBefore, nAfter } = distribution;
  const within = (side: 'before' | 'after') =>
    bins.filter(({ to }) => to !== null && to <= 24).reduce((sum, bin) => sum + bin[side], 0);
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return {
    finding: `${percent(within('after'))} took a day at most since the starts, ${percent(within('before'))} before`,
    howToRead: `How long each ${clock.noun} of teams that start took: shares of those before and of those since. Bins are wider the longer it took: an hour at first, a week at last.`,
    description: `${clock.name} of single items: ${bins.map(({ name, before, after }) => `${name} ${percent(before)} before, ${percent(after)} since`).join('; ')}.`,
    coverage: `${count(nBefore, clock.noun)} before, ${count(nAfter, clock.noun)} since${sides.n === 0 ? '' : ` the start of its team, from ${calendarDate(weekLabel(found.frame.from))} on`}`,
    n: nBefore + nAfter,
    unknowable: null,
    about: {
      name: 'Single items',
      formula: clock.sentence,
      unit: `share of ${clock.noun}s`,
      minimum: '5 on either side',
      emptyMeans: 'Nothing was finished on one of the sides.',
      limits: [
        'Everything that has changed with time is in it: the effect is told by the estimates, not by this.',
        ...LIMITS,
      ],
    },
    ...distribution,
  };
}
