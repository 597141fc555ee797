import type { Impact, ImpactAnswer } from '../../contract/impact.ts';
import type { View } from '../../contract/view.ts';
import { envelope } from '../envelope.ts';
import { fourDigits } from '../four-digits.ts';
import type { Held } from '../live.ts';
import { reachedBy } from '../reached.ts';
import { askedEffect } from '../verdict/asked-effect.ts';
import { saidOfRollout } from '../verdict/said.ts';
import type { Known } from '../verdict/verdict-facts.ts';
import type { Effect } from './effect.ts';
import { effectsFigure } from './effects-figure.ts';
import { eventFigure } from './event-figure.ts';
import { distributionFigure, teamsFigure, trendFigure } from './figures.ts';
import { workingOf } from './working.ts';

/** What changed at a rollout, by how much, how sure that is, and whether others changed too. Throws QuestionError as every question does. */
export function impactAnswer(held: Held, view: View, known: Known): ImpactAnswer {
  const { asked, rollout, found, warnings } = askedEffect(held, view);
  const said = saidOfRollout(held, found, known);
  const data: Impact = {
    rollout: rollout === null ? null : { id: rollout.id, name: rollout.name },
    said,
    ...('nothing' in found ? NOTHING : figuresOf(found, said)),
  };
  return envelope(held, asked, reachedBy(held).dataUntil, warnings, slim(data));
}

/** Four significant digits of what is no count: no reader sees more, and an answer for many teams has its bounds. */
function slim(data: Impact): Impact {
  const slimmed: Impact = JSON.parse(
    JSON.stringify(data, (_, value: unknown) =>
      typeof value === 'number' && !Number.isInteger(value) ? fourDigits(value) : value,
    ),
  );
  // Shares that add up to one.
  return { ...slimmed, distribution: data.distribution };
}

const NOTHING = {
  trend: null,
  effects: null,
  eventStudy: null,
  teams: null,
  distribution: null,
  working: null,
} as const;

function figuresOf(found: Effect, said: Impact['said']): Omit<Impact, 'rollout' | 'said'> {
  const isOn = found.counts.since > 0 && found.counts.weeksBefore > 0;
  return {
    trend: trendFigure(found, said),
    working: workingOf(found),
    ...(isOn
      ? {
          effects: effectsFigure(found),
          eventStudy: eventFigure(found),
          teams: teamsFigure(found),
          distribution: distributionFigure(found),
        }
      : { effects: null, eventStudy: null, teams: null, distribution: null }),
  };
}
