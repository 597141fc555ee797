import { describe, expect, it } from 'vitest';
import type { Guardrail } from '../../server/contract/index.ts';
import { guardrailsAnswer } from '../../server/report/guardrails/guardrails.ts';
import { notKnownFigure } from '../../web/pages/guardrails/not-known-figure.ts';
import { partedByKnown } from '../../web/pages/guardrails/parted-by-known.ts';
import { sinceWords } from '../../web/ui/not-known-figure.ts';
import { dozen, guardedHeld, times } from '../support/guarded-facts.ts';

const held = guardedHeld(dozen(times(1.9)));
const { guardrails } = guardrailsAnswer({ ...held, rollouts: [] }, {}).data;

const missing = (guardrail: Guardrail): Guardrail => ({
  ...guardrail,
  unknowable: 'in-clone',
  finding: `A clone cannot tell ${guardrail.definition.name}: it has no reviews`,
  howToRead: 'Add GitHub as a source.',
  points: [],
});

describe('Guardrails of which nothing is known', () => {
  it('are gathered where there are several, and the others are drawn', () => {
    const some = guardrails.map((guardrail, place) => (place < 3 ? missing(guardrail) : guardrail));
    const { drawn, notKnown } = partedByKnown(some);
    expect(notKnown).toEqual(some.slice(0, 3));
    expect(drawn).toEqual(some.slice(3));
  });

  it('keep their frame where there is one, or none', () => {
    const [first, ...rest] = guardrails;
    if (first === undefined) throw new Error('no guardrails');
    expect(partedByKnown([missing(first), ...rest])).toEqual({
      drawn: [missing(first), ...rest],
      notKnown: [],
    });
    expect(partedByKnown(guardrails)).toEqual({ drawn: guardrails, notKnown: [] });
  });

  it('say what they lack, and what would help', () => {
    const [first] = guardrails;
    if (first === undefined) throw new Error('no guardrails');
    expect(notKnownFigure(missing(first))).toEqual({
      name: first.definition.name,
      why: `A clone cannot tell ${first.definition.name}: it has no reviews`,
      todo: 'Add GitHub as a source.',
    });
  });

  it('are put after "since" as the sentence goes on', () => {
    expect(sinceWords('A clone cannot tell review rounds: it has no reviews')).toBe('a clone has no reviews');
    expect(sinceWords('No issue tracker is connected')).toBe('no issue tracker is connected');
    expect(sinceWords('Nothing tells revert rate: no repository has been read')).toBe(
      'no repository has been read',
    );
  });
});
