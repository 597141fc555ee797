import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ADOPTION_FIGURES, adoptionFigureAnswer } from '../../../server/report/adoption/adoption-answers.ts';
import { impactAnswer } from '../../../server/report/effect/impact.ts';
import { guardrailsAnswer } from '../../../server/report/guardrails/guardrails.ts';
import { startedOrganisation } from '../../support/bench/started-organisation.ts';

const KB = 1024;
const KNOWN = { now: Date.UTC(2026, 0, 27), running: null, failed: null };

it('of 120 teams and three years every answer about them is within its bounds, and a third of that as it is sent', () => {
  const held = startedOrganisation(20_000);
  const impact = impactAnswer(held, {}, KNOWN);
  expect(impact.data.teams?.teams).toHaveLength(120);
  const answers = [
    impact,
    guardrailsAnswer(held, { window: 'all' }),
    ...ADOPTION_FIGURES.map((name) => adoptionFigureAnswer(held, name, { window: 'all' })),
  ].map((answer) => JSON.stringify(answer));
  // The teams' rows alone, with whatever names they are given, are half of the largest.
  expect(answers.filter((answer) => answer.length > 56 * KB)).toEqual([]);
  expect(answers.filter((answer) => gzipSync(answer).length > 17 * KB)).toEqual([]);
});
