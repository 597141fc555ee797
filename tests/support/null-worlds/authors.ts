import { isCannot, type OrCannot } from '../../../server/stats/cannot.ts';
import { type Clusters, clustersOf } from '../../../server/stats/inference/clusters.ts';
import { jackknifeOne } from '../../../server/stats/inference/jackknife.ts';
import { authorFixedEffect } from '../../../server/stats/regression/author-fixed-effect.ts';
import { rateEffect } from '../../../server/stats/regression/rate-effect.ts';
import { kaplanMeier } from '../../../server/stats/survival/kaplan-meier.ts';
import { survivalMedian } from '../../../server/stats/survival/survival-quantile.ts';
import { ratioOfGeometricMeans, ratioOfQuantiles } from '../../../server/stats/two-sample/before-after.ts';
import type { Chance } from './chance.ts';
import type { NullWorld } from './false-alarms.ts';

/** Hours of unequal authors, some with five pull requests on a side and some with thirty; before and after are alike. */
function idleHours(chance: Chance, authors: number) {
  const [author, after, hours]: [number[], number[], number[]] = [[], [], []];
  for (let person = 0; person < authors; person++) {
    const level = 3 + 0.6 * chance.normal();
    const busy = 5 + chance.below(25);
    for (const side of [0, 1]) {
      const own = level + 0.2 * chance.normal();
      for (let pull = 3 + chance.count(busy); pull > 0; pull--) {
        author.push(person);
        after.push(side);
        hours.push(Math.exp(own + chance.normal()));
      }
    }
  }
  return { hours, after, authors: clustersOf(author) };
}

/** After over before, of medians by Kaplan-Meier: a third of the work was not followed to its end. */
function medians(hours: number[], happened: number[], after: number[], authors: Clusters) {
  return jackknifeOne(authors.count, (leftOut) => {
    const side = (kind: number): OrCannot<number> => {
      const rows = hours.flatMap((_, row) =>
        after[row] === kind && authors.codes[row] !== leftOut ? [row] : [],
      );
      const of = (values: number[]) => rows.map((row) => values[row] ?? 0);
      return survivalMedian(kaplanMeier(of(hours), of(happened)));
    };
    const [later, before] = [side(1), side(0)];
    if (isCannot(later)) return later;
    return isCannot(before) ? before : Math.log(later) - Math.log(before);
  });
}

/** Pull requests of authors by week, more spread than Poisson; half of the authors start in week 6 of 12. */
function idleCounts(chance: Chance, authors: number) {
  const weeks = 12;
  const rows = Array.from({ length: authors * weeks }, (_, row) => ({
    author: Math.floor(row / weeks),
    week: row % weeks,
  }));
  const pace = Array.from({ length: authors }, () => Math.exp(0.8 + 0.5 * chance.normal()));
  const counts = rows.map(({ author }) =>
    chance.count((pace[author] ?? 1) * Math.exp(0.5 * chance.normal())),
  );
  const started = rows.map(({ author, week }) => (author % 2 === 1 && week >= 6 ? 1 : 0));
  const grouped = {
    units: rows.map(({ author }) => author),
    periods: rows.map(({ week }) => week),
    unitCount: authors,
    periodCount: weeks,
  };
  return { counts, columns: [started], exposure: rows.map(() => 5), grouped };
}

function logOf<T extends { p: number }>(found: OrCannot<{ log: T }>): OrCannot<T> {
  return isCannot(found) ? found : found.log;
}

export const authorWorlds: readonly NullWorld[] = [
  {
    name: 'ratio of geometric means',
    p: (chance, count) => {
      const { hours, after, authors } = idleHours(chance, count);
      return logOf(ratioOfGeometricMeans(hours, after, authors));
    },
  },
  {
    name: 'ratio of medians',
    conservative: true,
    p: (chance, count) => {
      const { hours, after, authors } = idleHours(chance, count);
      return logOf(ratioOfQuantiles(hours, after, authors));
    },
  },
  {
    name: 'author fixed effect',
    p: (chance, count) => {
      const { hours, after, authors } = idleHours(chance, count);
      const found = authorFixedEffect(hours.map(Math.log), after, [], authors, authors);
      return isCannot(found) ? found : found.effect;
    },
  },
  {
    name: 'ratio of Kaplan-Meier medians',
    dear: true,
    conservative: true,
    p: (chance, count) => {
      const { hours, after, authors } = idleHours(chance, count);
      const limits = hours.map(() => Math.exp(3.5 + chance.normal()));
      const seen = hours.map((value, row) => Math.min(value, limits[row] ?? 0));
      const happened = hours.map((value, row) => (value <= (limits[row] ?? 0) ? 1 : 0));
      return medians(seen, happened, after, authors);
    },
  },
  {
    name: 'PPML rate ratio',
    dear: true,
    p: (chance, count) => {
      const model = idleCounts(chance, count);
      const found = rateEffect(model, clustersOf(model.grouped.units));
      return isCannot(found) ? found : logOf(found.rate);
    },
  },
];
