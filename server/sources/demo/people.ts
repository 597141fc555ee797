import { DAY, type Instant } from '../../model/instant.ts';
import { type Week, weekTable } from '../../model/week.ts';
import { chance, cycled, purpose, seedOf, unitOf } from './chance.ts';
import { naming } from './names.ts';
import { WEEKS } from './rollout.ts';
import type { Team } from './teams.ts';
import { type Calendar, calendarOf, type Hours, type Place } from './working-hours.ts';

/** In a team from the Monday of one week to that of another (no longer included); null: still there. */
export type Spell = { team: number; from: Week; to: Week | null };

export type Person = {
  seed: number;
  name: string;
  login: string;
  email: string;
  hours: Hours;
  /** How many times as many pull requests as others, and the logarithm by which they take longer. */
  output: number;
  pace: number;
  /** In order of time. */
  spells: Spell[];
};

/** In the order in which `Team.home` counts them. */
const PLACES: readonly Place[] = [
  { zone: 'Europe/Berlin', country: 'DE' },
  { zone: 'America/New_York', country: 'US' },
  { zone: 'Europe/London', country: 'GB' },
  { zone: 'Asia/Kolkata', country: 'IN' },
  { zone: 'America/Los_Angeles', country: 'US' },
  { zone: 'America/Sao_Paulo', country: 'BR' },
];

/** A year. */
const LEAVING = 0.11;
const NEW_SEATS = 0.04;

/** Everybody who was ever in one of the teams, seat by seat; joiners, leavers and movers know nothing of any rollout. */
export function peopleOf(teams: readonly Team[], seed: number, first: Week): Person[] {
  const name = naming(seed);
  const calendars = PLACES.map((place) => calendarOf(place, first - 20, first + WEEKS + 80));
  const people: Person[] = [];
  for (const team of teams) {
    for (let seat = 0; seat < team.people; seat++) {
      for (const spell of spellsOf(team, seat, first)) {
        people.push(personOf(team, spell, name(people.length), calendars));
      }
    }
  }
  move(people, teams, seed, first);
  return people;
}

/** The one week after another in which the seat is taken. */
function spellsOf(team: Team, seat: number, first: Week): Spell[] {
  const draws = chance(team.seed, purpose.leaving, seat);
  const hired = first - 10 - draws.below(250);
  if (draws.yes(NEW_SEATS)) return [{ team: team.index, from: first + 4 + draws.below(WEEKS - 8), to: null }];
  const leaves = draws.yes((LEAVING * WEEKS) / 52);
  const left = first + 2 + draws.below(WEEKS - 12);
  const next = left + 2 + draws.below(7);
  if (!leaves) return [{ team: team.index, from: hired, to: null }];
  return [
    { team: team.index, from: hired, to: left },
    { team: team.index, from: next, to: null },
  ];
}

function personOf(
  team: Team,
  spell: Spell,
  { name, login }: { name: string; login: string },
  calendars: readonly Calendar[],
): Person {
  const seed = seedOf(team.seed, purpose.person, spell.from, hashed(login));
  const draws = chance(seed);
  const place = draws.yes(0.75) ? team.home : team.home + 1 + draws.below(PLACES.length - 1);
  const shift = Math.round(draws.between(-3, 6)) * 15 * 60_000;
  return {
    seed,
    name,
    login,
    email: `${login}@example.com`,
    hours: { calendar: cycled(calendars, place), shift },
    output: Math.exp(0.28 * draws.normal() - 0.04),
    pace: 0.16 * draws.normal(),
    spells: [spell],
  };
}

/** In every second team one person changes places with somebody of a team further on. */
function move(people: readonly Person[], teams: readonly Team[], seed: number, first: Week): void {
  const byTeam = teams.map(({ index }) => people.filter((person) => person.spells[0]?.team === index));
  for (const { index } of teams) {
    if (index % 2 === 1 || teams.length < 2) continue;
    const week = first + 6 + Math.floor(unitOf(seed, purpose.moving, index) * (WEEKS - 12));
    const other = byTeam[(index + 5) % teams.length] ?? [];
    const pair = [byTeam[index]?.find(movable(week)), other.find(movable(week))] as const;
    if (pair[0] !== undefined && pair[1] !== undefined) exchange(pair[0], pair[1], week);
  }
}

function movable(week: Week): (person: Person) => boolean {
  return ({ spells }) => {
    const [only] = spells;
    return (
      spells.length === 1 &&
      only !== undefined &&
      only.from < week - 4 &&
      (only.to === null || only.to > week + 4)
    );
  };
}

function exchange(one: Person, other: Person, week: Week): void {
  const [mine] = one.spells;
  const [theirs] = other.spells;
  if (mine === undefined || theirs === undefined) throw new Error('nobody can leave a team who is in none');
  one.spells = [
    { ...mine, to: week },
    { team: theirs.team, from: week, to: mine.to },
  ];
  other.spells = [
    { ...theirs, to: week },
    { team: mine.team, from: week, to: theirs.to },
  ];
}

/** The team in a week; null: not here. */
export function teamIn({ spells }: Person, week: Week): number | null {
  return spells.find(({ from, to }) => from <= week && (to === null || week < to))?.team ?? null;
}

const utc = weekTable('UTC');

export function weekOf(at: Instant): Week {
  return utc.weekOf(at);
}

export function mondayOf(week: Week): Instant {
  return utc.weekStart(week);
}

/** The first day of a spell, `2026-08-10`, and the last; null: still there. */
export function daysOf({ from, to }: Spell): { from: string; to: string | null } {
  const day = (at: Instant) => new Date(at).toISOString().slice(0, 10);
  return { from: day(utc.weekStart(from)), to: to === null ? null : day(utc.weekStart(to) - DAY) };
}

function hashed(text: string): number {
  return seedOf(...Array.from(text, (letter) => letter.codePointAt(0) ?? 0));
}
