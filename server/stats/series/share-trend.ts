import { cannot, isCannot, type OrCannot } from '../cannot.ts';
import { type Estimate, estimateOf } from '../inference/estimate.ts';
import { at, type Numbers, sum } from '../numbers.ts';
import { binomial, generalisedLinear } from '../regression/generalised-linear.ts';
import { intercept } from '../regression/ordinary-least-squares.ts';

/**
 * Slope of a share over time on the logit scale, per step: quasi-binomial, so its error grows with how much the shares scatter
 * (McCullagh and Nelder 1989, 4.5); t with n - 2 degrees of freedom. `users` of `people` in each step, e.g. week.
 */
export function shareTrend(users: Numbers, people: Numbers): OrCannot<Estimate> {
  if (users.length < 4) return cannot('too few observations');
  if (sum(people) === 0) return cannot('no observations');
  if (sum(users) === 0 || sum(users) === sum(people)) return cannot('constant outcome');
  const steps = Float64Array.from({ length: users.length }, (_, step) => step);
  const weights = Float64Array.from(people);
  const shares = steps.map((step) => (at(people, step) > 0 ? at(users, step) / at(people, step) : 0));
  const columns = [intercept(steps.length), { name: 'step', values: steps }];
  const fit = generalisedLinear(binomial, shares, columns, { weights });
  if (isCannot(fit)) return fit;
  const variance = fit.dispersion * fit.bread.get(1, 1);
  return estimateOf(at(fit.coefficients, 1), Math.sqrt(variance), fit.df);
}
