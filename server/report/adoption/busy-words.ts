import { isCannot, type OrCannot } from '../../stats/cannot.ts';
import type { Estimate } from '../../stats/inference/estimate.ts';
import { list } from '../../words/list.ts';
import { count } from '../../words/number.ts';

/** A range within so many points either way is as good as none. */
const MATTERS = 0.1;
/** Of the teams told to have gone back, so large a share may be wrong. */
export const FALSE_TEAMS = 0.05;

export type TeamEffect = { name: string; effect: OrCannot<Estimate>; isFound: boolean };

/** "12 points lower (5 to 19 lower)", "0 points (4 lower to 3 higher)" */
export function pointsWords({ value, lower, upper }: Pick<Estimate, 'value' | 'lower' | 'upper'>): string {
  const points = (share: number) => String(Math.round(100 * Math.abs(share)));
  const way = (share: number) => (share < 0 ? 'lower' : 'higher');
  const range =
    way(lower) === way(upper)
      ? `${[points(lower), points(upper)].sort((a, b) => Number(a) - Number(b)).join(' to ')} ${way(value)}`
      : `${points(lower)} lower to ${points(upper)} higher`;
  const said = count(Number(points(value)), 'point');
  return points(value) === '0' ? `${said} (${range})` : `${said} ${way(value)} (${range})`;
}

export type Effects = { pooled: OrCannot<Estimate>; teams: readonly TeamEffect[] };

type Standing = 'few' | 'lower' | 'same' | 'higher' | 'unsure';

function standingOf(pooled: OrCannot<Estimate>): Standing {
  if (isCannot(pooled)) return 'few';
  if (pooled.upper < 0) return 'lower';
  if (pooled.lower > -MATTERS && pooled.upper < MATTERS) return 'same';
  return pooled.lower > 0 ? 'higher' : 'unsure';
}

/** In words whether use lasts in a busy week: all teams together, and those that go back; what vendors tell where it tells more. */
export function busyFinding(marks: Effects, told: Effects | null): string {
  const said = pooledWords(marks.pooled);
  const own = backWords(marks);
  const first = own === '' ? said : `${said}; ${own}`;
  if (told === null) return first;
  const others = backWords(told);
  if (standingOf(told.pooled) !== standingOf(marks.pooled) && !isCannot(told.pooled)) {
    return `${first}; by what vendors tell it is ${pointsWords(told.pooled)}`;
  }
  return others === '' ? first : `${first}; by what vendors tell, ${others}`;
}

function pooledWords(pooled: OrCannot<Estimate>): string {
  if (isCannot(pooled)) return 'Too few weeks of work to say whether use lasts in a busy week';
  const standing = standingOf(pooled);
  if (standing === 'same') return `In a busy week use is about as in others (${rangeWords(pooled)})`;
  if (standing === 'unsure') return `We cannot tell whether use falls in a busy week (${rangeWords(pooled)})`;
  return `In a busy week use is ${pointsWords(pooled)}`;
}

function backWords({ teams }: Effects): string {
  const back = teams.flatMap(({ name, effect, isFound }) =>
    isFound && !isCannot(effect) && effect.upper < 0 ? [{ name, effect }] : [],
  );
  if (back.length === 0) return '';
  return back.length > 3
    ? `it falls in ${back.length} of ${teams.length} teams`
    : `in ${list(back.map(({ name, effect }) => `${name} it is ${pointsWords(effect)}`))}`;
}

function rangeWords({ lower, upper }: Estimate): string {
  const side = (share: number) =>
    `${count(Math.round(100 * Math.abs(share)), 'point')} ${share < 0 ? 'lower' : 'higher'}`;
  return `${side(lower)} to ${side(upper)}`;
}
