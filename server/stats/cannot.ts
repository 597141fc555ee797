/**
 * Why data have no answer under a method. Data never make a method throw and never make it return NaN: what cannot be
 * computed says so with one of these, and the reader of the number says it in a sentence.
 */
export type Reason =
  | 'no observations'
  | 'an empty group'
  | 'one cluster'
  | 'rests on one cluster'
  | 'all censored'
  | 'not reached'
  | 'not followed that long'
  | 'constant outcome'
  | 'singular design'
  | 'no value above zero'
  | 'not converged'
  | 'too few observations'
  | 'no comparison units'
  | 'no treated units'
  | 'no periods before'
  | 'no such event time'
  | 'not identified'
  | 'never';

export type Cannot = { readonly cannot: Reason };

export type OrCannot<T> = T | Cannot;

export function cannot(reason: Reason): Cannot {
  return { cannot: reason };
}

export function isCannot(value: unknown): value is Cannot {
  return typeof value === 'object' && value !== null && 'cannot' in value;
}
