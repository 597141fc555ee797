import { cannot, type OrCannot } from '../cannot.ts';
import { type Jackknifed, jackknifeOne } from '../inference/jackknife.ts';
import { at, type Numbers } from '../numbers.ts';

/** Rows of each author without treatment and with it, one place an author: how many, and the sum of their outcomes. */
export type AuthorSums = {
  readonly untreated: { readonly counts: Numbers; readonly sums: Numbers };
  readonly treated: { readonly counts: Numbers; readonly sums: Numbers };
};

/** What is left of the weights when one author carried all of them is rounding. */
const ROUNDING = 1e-12;

/**
 * `authorFixedEffect` of a treatment alone, with authors as clusters, from their sums: each author's difference of means weighs
 * n0 n1 / (n0 + n1), which is what is left of the treatment's column once it is freed of authors (Frisch and Waugh 1933). It costs
 * one step an author, however many rows there are.
 */
export function sameAuthorChange({ untreated, treated }: AuthorSums): OrCannot<Jackknifed> {
  const authors = untreated.counts.length;
  const weights = new Float64Array(authors);
  const weighted = new Float64Array(authors);
  let [allWeights, all, informative] = [0, 0, 0];
  for (let author = 0; author < authors; author++) {
    const [without, having] = [at(untreated.counts, author), at(treated.counts, author)];
    if (without === 0 || having === 0) continue;
    const weight = (without * having) / (without + having);
    const difference = at(treated.sums, author) / having - at(untreated.sums, author) / without;
    weights[author] = weight;
    weighted[author] = weight * difference;
    allWeights += weight;
    all += weight * difference;
    informative += 1;
  }
  if (informative === 0) return cannot('singular design');
  const without = (author: number): OrCannot<number> => {
    const left = allWeights - at(weights, author);
    return left <= ROUNDING * allWeights ? cannot('singular design') : (all - at(weighted, author)) / left;
  };
  return jackknifeOne(authors, (leftOut) => (leftOut === null ? all / allWeights : without(leftOut)), {
    informative,
  });
}
