import { DAY, HOUR, type Instant } from '../../model/instant.ts';
import { type Chance, chance, cycled, poissonAt, purpose, seedOf, unitOf } from './chance.ts';
import { isAway } from './effect.ts';
import { type Opening, openingsOf, openingTime } from './opening.ts';
import { type Organisation, teamAt } from './organisation.ts';
import { mondayOf, type Person, teamIn } from './people.ts';
import { workdays } from './working-hours.ts';

/** A piece of work as a team's tracker knows it: with the pull requests that name it, or with none. */
export type Ticket = {
  seed: number;
  number: number;
  person: Person;
  team: number;
  /** When somebody sits down to it; a planted effect changes how many of these there are, and nothing before them. */
  at: Instant;
  openings: readonly Opening[];
  /** What becomes of a ticket without a pull request. */
  course: 'work' | 'declined' | 'epic' | 'sub-task' | 'request';
};

/** One team's tickets in the order of their numbers, and the number that each pull request names, by its opening's seed. */
export type Board = { tickets: readonly Ticket[]; numbers: ReadonlyMap<number, number> };

/** Sandboxes know few tickets. */
const KEYED_IN_SANDBOX = 0.15;
/** Of the pull requests that name a ticket, those that go on with the last one of the same person, within these days. */
const GOING_ON = 0.25;
const GOING_ON_WITHIN = 12 * DAY;
/** Tickets without a pull request: a person and week, and a team and week. */
const WITHOUT_CODE = 0.3;
/** In a busy week: what has come in by Monday, and is mostly turned down before the week is over; for each person. */
const REQUESTS = 0.9;
const A_WEEK: readonly (readonly [Ticket['course'], number])[] = [
  ['declined', 1.4],
  ['sub-task', 0.8],
  ['epic', 0.2],
];

const boards = new WeakMap<Organisation, Map<number, Board>>();

/** The same object for the same organisation and team. */
export function boardOf(organisation: Organisation, team: number): Board {
  const known = boards.get(organisation) ?? new Map<number, Board>();
  boards.set(organisation, known);
  const board = known.get(team) ?? made(organisation, team);
  known.set(team, board);
  return board;
}

function made(organisation: Organisation, team: number): Board {
  const all = [...named(organisation, team), ...unnamed(organisation, team), ...besides(organisation, team)]
    .filter(({ at }) => at < organisation.demo.until)
    .sort((one, other) => one.at - other.at || one.seed - other.seed)
    .map((ticket, index): Ticket => ({ ...ticket, number: index + 1 }));
  const numbers = all.flatMap(({ number, openings }) => openings.map(({ seed }) => [seed, number] as const));
  return { tickets: all, numbers: new Map(numbers) };
}

type Unnumbered = Omit<Ticket, 'number'>;

/** Tickets that pull requests name. */
function named(organisation: Organisation, team: number): Unnumbered[] {
  const { keyed } = teamAt(organisation, team);
  return (organisation.members[team] ?? []).flatMap((person) => {
    const own: (Unnumbered & { openings: Opening[] })[] = [];
    const openings = [...openingsOf(organisation, person)]
      .filter((opening) => opening.team === team && opening.at < organisation.demo.until)
      .sort((one, other) => one.at - other.at || one.seed - other.seed);
    for (const opening of openings) {
      const draws = chance(opening.seed, purpose.ticket);
      const sandbox = opening.repository.releasedEvery === null;
      if (!draws.yes(sandbox ? KEYED_IN_SANDBOX : keyed)) continue;
      const last = own.at(-1);
      const begun = last?.openings.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
      if (last && draws.yes(GOING_ON) && opening.at - begun < GOING_ON_WITHIN) last.openings.push(opening);
      else
        own.push({ seed: opening.seed, person, team, at: opening.at, openings: [opening], course: 'work' });
    }
    return own;
  });
}

/** Work that is done without a pull request: as much more of it after a start as there is of the other. */
function* unnamed(organisation: Organisation, team: number): Generator<Unnumbered> {
  const { first, last } = organisation;
  const { weeks, output } = teamAt(organisation, team);
  for (const person of organisation.members[team] ?? []) {
    for (let week = first; week <= last; week++) {
      const now = weeks[week - first];
      const days = workdays(person.hours, mondayOf(week));
      if (now === undefined || days.length === 0) continue;
      if (teamIn(person, week) !== team || isAway(person.seed, first, week)) continue;
      const more = Math.exp(now.gained.logThroughput + now.common.logThroughput);
      const mean = WITHOUT_CODE * (days.length / 5) * person.output * output * now.load * more;
      const count = poissonAt(unitOf(person.seed, purpose.ticket, week - first), mean);
      for (let which = 0; which < count; which++) {
        const seed = seedOf(person.seed, purpose.ticket, week - first, which);
        yield { seed, person, team, at: openingTime(chance(seed), days), openings: [], course: 'work' };
      }
    }
  }
}

/** What a team plans, splits and turns down, and what it is asked for; it knows nothing of any rollout. */
function* besides(organisation: Organisation, team: number): Generator<Unnumbered> {
  const { seed: teamSeed, weeks } = teamAt(organisation, team);
  const people = organisation.members[team] ?? [];
  for (let week = organisation.first; week <= organisation.last; week++) {
    const here = people.filter((person) => teamIn(person, week) === team);
    if (here.length === 0) continue;
    const place = week - organisation.first;
    const asked = weeks[place]?.busy === true ? REQUESTS * here.length : 0;
    for (const [kind, [course, mean]] of [...A_WEEK, ['request', asked] as const].entries()) {
      const count = poissonAt(unitOf(teamSeed, purpose.ticket, place, kind), mean);
      for (let which = 0; which < count; which++) {
        const seed = seedOf(teamSeed, purpose.ticket, place, kind, which);
        const draws = chance(seed);
        yield {
          seed,
          person: cycled(here, draws.below(here.length)),
          team,
          at: course === 'request' ? mondayOf(week) + 9 * HOUR : someTime(draws, week),
          openings: [],
          course,
        };
      }
    }
  }
}

function someTime(draws: Chance, week: number): Instant {
  return mondayOf(week) + draws.below(5) * DAY + Math.floor(draws.between(8, 17)) * HOUR;
}
