import { expect, it } from 'vitest';
import { adoptionFigureAnswer } from '../../../server/report/adoption/adoption-answers.ts';
import { effectsAhead } from '../../../server/report/effect/ahead.ts';
import { guardrailsAnswer } from '../../../server/report/guardrails/guardrails.ts';
import type { Held } from '../../../server/report/live.ts';
import { heldOf } from '../../support/facts.ts';
import { scenarioHeld } from '../../support/scenario-held.ts';

function ahead(
  held: Held,
  { signal = new AbortController().signal, writes = (_step: number): boolean => false } = {},
) {
  let steps = 0;
  const live = { held };
  const counted = async () => {
    steps += 1;
  };
  const look = effectsAhead(live, signal, counted, () => writes(steps));
  /** As often as data have to stand still. */
  const find = async () => {
    for (let looks = 0; looks < 3; looks++) await look();
  };
  return { find, look, steps: () => steps, live };
}

it('finds what is asked without a filter before anybody asks, step by step', async () => {
  const held = scenarioHeld('tiny_org');
  const { find, steps } = ahead(held);
  await find();
  expect(steps()).toBeGreaterThan(10);
  const [guarded, share] = [guardrailsAnswer(held, {}), adoptionFigureAnswer(held, 'share', {})];
  expect(guardrailsAnswer(held, {}).data).toBe(guarded.data);
  expect(adoptionFigureAnswer(held, 'share', {}).data).toBe(share.data);
  const before = steps();
  await find();
  expect(steps()).toBe(before);
});

it('begins when the data have stood still for three looks', async () => {
  const { look, steps, live } = ahead(scenarioHeld('tiny_org'));
  await look();
  await look();
  live.held = scenarioHeld('tiny_org');
  await look();
  await look();
  expect(steps()).toBe(0);
  await look();
  expect(steps()).toBeGreaterThan(10);
});

it('ends at once when the program does', async () => {
  const closing = new AbortController();
  closing.abort();
  const { find, steps } = ahead(scenarioHeld('tiny_org'), { signal: closing.signal });
  await find();
  expect(steps()).toBe(0);
});

it('has nothing to do where there is nothing', async () => {
  const { find } = ahead(heldOf([], [], 'UTC', []));
  await expect(find()).resolves.toBeUndefined();
});

it('lets go of what it has begun when an import begins, and finds it after that', async () => {
  let importing = false;
  const { find, steps } = ahead(scenarioHeld('tiny_org'), {
    writes: (step) => importing || step === 3,
  });
  await find();
  expect(steps()).toBe(3);
  importing = true;
  await find();
  expect(steps()).toBe(3);
});

it('lets go of a state that another has followed', async () => {
  const [held, next] = [scenarioHeld('tiny_org'), scenarioHeld('tiny_org')];
  const changed = ahead(held, {
    writes: (step) => {
      if (step === 2) changed.live.held = next;
      return false;
    },
  });
  await changed.find();
  expect(changed.steps()).toBe(3);
  await changed.find();
  expect(changed.steps()).toBeGreaterThan(13);
});
