import { chance, purpose } from './chance.ts';

/** What a team cannot choose: how much there is to do in a week, and how well things go. Knows nothing of any rollout. */
export type Weather = {
  /** How many times as much work as usual; 1 is usual. */
  load: number;
  /** Among the quarter of the team's weeks with the most work. */
  busy: boolean;
  /** Logarithm by which everything opened this week takes longer or shorter. */
  noise: number;
};

/** Both keep some of what they were the week before, so that busy weeks come together. */
const LOAD = { spread: 0.28, kept: 0.7 };
const NOISE = { spread: 0.08, kept: 0.5 };
/** In busy weeks work waits longer: the power of the load. */
const WAITING = 0.25;
/** Weeks over which busy and calm make up for each other: there is no more work in the long run than there are people. */
const QUARTER = 13;

export function weatherOf(teamSeed: number, weeks: number): Weather[] {
  const loads = evenedOut(series(teamSeed, 1, LOAD, weeks).map(Math.exp));
  const limit = loads.toSorted((one, other) => one - other)[Math.floor(weeks * 0.75)] ?? 0;
  const noises = series(teamSeed, 2, NOISE, weeks);
  return loads.map((load, week) => ({
    load,
    busy: load >= limit,
    noise: (noises[week] ?? 0) + WAITING * Math.log(load),
  }));
}

/** Every quarter comes to the same. */
function evenedOut(loads: readonly number[]): number[] {
  return loads.map((load, week) => {
    const begin = Math.min(week - (week % QUARTER), loads.length - QUARTER);
    const quarter = loads.slice(begin, begin + QUARTER);
    return (load * quarter.length) / quarter.reduce((sum, one) => sum + one, 0);
  });
}

/** An autoregressive series of order 1 with mean 0 and a standard deviation of `spread`. */
function series(
  seed: number,
  which: number,
  { spread, kept }: { spread: number; kept: number },
  length: number,
): number[] {
  const draws = chance(seed, purpose.weather, which);
  let now = spread * draws.normal();
  return Array.from({ length }, () => {
    now = kept * now + spread * Math.sqrt(1 - kept * kept) * draws.normal();
    return now;
  });
}
