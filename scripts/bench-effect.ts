import { measureEffect } from '../tests/support/bench/measured-effect.ts';
import { TEAMS } from '../tests/support/bench/started-organisation.ts';
import { atMost, described, type Figure } from './figure.ts';

const SIZES = [10_000, 100_000, 1_000_000];

/** The whole effect of a rollout to 120 teams over 40 periods, with phases, sensitivities and costs: found once for each state of the data. */
export async function effectFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const facts of SIZES) figures.push(...(await figuresOf(facts)));
  return figures;
}

async function figuresOf(facts: number): Promise<Figure[]> {
  const { cold, warmed, again } = await measureEffect(facts);
  const name = `effect of a rollout, ${facts.toLocaleString('en')} pull requests of ${TEAMS} teams`;
  return [
    facts >= 1_000_000 ? atMost(name, warmed, 'ms', 2000) : described(name, warmed, 'ms'),
    described(`${name}, right after a start`, cold, 'ms'),
    atMost(`${name}, asked again`, again, 'ms', 5),
  ];
}
