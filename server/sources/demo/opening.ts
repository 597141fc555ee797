import { HOUR, type Instant, MINUTE, SECOND } from '../../model/instant.ts';
import { type Chance, chance, cycled, poissonAt, purpose, seedOf, unitOf } from './chance.ts';
import { isAway, isChristmas } from './effect.ts';
import { type Organisation, repositoriesIn, teamAt } from './organisation.ts';
import { mondayOf, type Person, teamIn } from './people.ts';
import type { DemoRepository } from './repositories.ts';
import { workdays } from './working-hours.ts';

/** Somebody begins to show a piece of work: all that is decided of a pull request before it is looked at. */
export type Opening = {
  seed: number;
  at: Instant;
  person: Person;
  /** The author's team, which need not own the repository. */
  team: number;
  repository: DemoRepository;
};

/** Pull requests that a person opens in a week with five working days. */
const PER_WEEK = 2.32;
/** Of these on a Saturday, and in a repository of the next team. */
const SATURDAY = 0.012;
const ELSEWHERE = 0.05;
const LAST_OPENING = 20 * MINUTE;

/** Everything that is opened in the repositories of one team, in order; the same person may also work elsewhere. */
export function openingsIn(organisation: Organisation, team: number): Map<DemoRepository, Opening[]> {
  const { members, teams, demo } = organisation;
  const before = (team + teams.length - 1) % teams.length;
  const found = new Map<DemoRepository, Opening[]>(
    repositoriesIn(organisation, team).map((repository) => [repository, []]),
  );
  for (const person of new Set([...(members[team] ?? []), ...(members[before] ?? [])])) {
    for (const opening of openingsOf(organisation, person)) {
      if (opening.at < demo.until) found.get(opening.repository)?.push(opening);
    }
  }
  for (const openings of found.values())
    openings.sort((one, other) => one.at - other.at || one.seed - other.seed);
  return found;
}

/** The load, the season, and the start of a rollout change how many they are, and nothing else about them. */
export function* openingsOf(organisation: Organisation, person: Person): Generator<Opening> {
  const { first, last } = organisation;
  const choices = new Map(person.spells.map(({ team }) => [team, repositoriesToChoose(organisation, team)]));
  for (let week = first; week <= last; week++) {
    const team = teamIn(person, week);
    if (team === null || isAway(person.seed, first, week)) continue;
    const { weeks, output } = teamAt(organisation, team);
    const now = weeks[week - first];
    const days = workdays(person.hours, mondayOf(week));
    if (now === undefined || days.length === 0) continue;
    const mean =
      PER_WEEK *
      (days.length / 5) *
      person.output *
      output *
      now.load *
      Math.exp(now.gained.logThroughput + now.common.logThroughput) *
      (isChristmas(week) ? 0.7 : 1);
    const count = poissonAt(unitOf(person.seed, purpose.opening, week - first), mean);
    for (let which = 0; which < count; which++) {
      const seed = seedOf(person.seed, week - first, which);
      const draws = chance(seed, purpose.opening);
      const at = openingTime(draws, days);
      const repository = chosen(choices.get(team) ?? [], draws.unit());
      yield { seed, at, person, team, repository };
    }
  }
}

/** More in the middle of the day than at its ends. */
export function openingTime(draws: Chance, days: readonly Instant[]): Instant {
  const day = cycled(days, draws.below(days.length));
  const inDay = ((draws.unit() + draws.unit()) / 2) * (9 * HOUR - LAST_OPENING);
  const at = Math.floor((day + inDay) / SECOND) * SECOND;
  const last = days[days.length - 1] ?? at;
  // Whoever works on a Saturday does it before the week of UTC ends, so that it belongs to the week it was counted in.
  return draws.yes(SATURDAY) ? Math.floor((last + inDay) / SECOND) * SECOND + 24 * HOUR : at;
}

type Choice = { repository: DemoRepository; until: number };

/** A team's own repositories by their weight, and the first one of the next team. */
function repositoriesToChoose(organisation: Organisation, team: number): Choice[] {
  const own = repositoriesIn(organisation, team);
  const whole = own.reduce((sum, { weight }) => sum + weight, 0);
  const away = repositoriesIn(organisation, (team + 1) % organisation.teams.length).slice(0, 1);
  const shares = [
    ...own.map((repository) => ({ repository, share: ((1 - ELSEWHERE) * repository.weight) / whole })),
    ...away.map((repository) => ({ repository, share: ELSEWHERE })),
  ];
  let until = 0;
  return shares.map(({ repository, share }) => {
    until += share;
    return { repository, until };
  });
}

function chosen(choices: readonly Choice[], unit: number): DemoRepository {
  const found = choices.find(({ until }) => unit < until) ?? choices.at(-1);
  if (found === undefined) throw new Error('a team without a repository has nowhere to work');
  return found.repository;
}
