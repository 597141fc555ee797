import { DAY, HOUR, type Instant, MINUTE } from '../../model/instant.ts';
import type { IssueChange } from '../../model/issue.ts';
import type { Ticket } from './board.ts';
import { type Chance, chance, purpose, unitOf } from './chance.ts';
import { workBegins } from './commits.ts';
import { fateOf } from './fate.ts';
import { type Organisation, weekAt } from './organisation.ts';
import { wholeSecond } from './second.ts';
import { sizeOf } from './sizes.ts';
import { atWork } from './working-hours.ts';

/** Ids of the statuses and resolutions that all boards share. */
export const STATUS = { toDo: '1', inProgress: '3', inReview: '4', blocked: '6', done: '5' } as const;
export const RESOLUTION = { done: '10', declined: '9', duplicate: '8' } as const;

/** A ticket told to its end, even where that lies after the data. */
export type TicketStory = {
  createdAt: Instant;
  statusChanges: readonly IssueChange[];
  resolutionChanges: readonly IssueChange[];
};

/** Before work begins a ticket lies in the queue; half of them for so many days. */
const MEDIAN_QUEUE = 4.5 * DAY;
const QUEUE_SPREAD = 1.3;
/** Work without a pull request, in hours. */
const MEDIAN_WITHOUT_CODE = 26;
const BLOCKED = 0.08;
const REOPENED = 0.03;
const NEVER_STARTED = 0.05;
/** Of abandoned work what goes back to where it lay before; the rest is given up. */
const PUT_BACK = 0.4;
/** After the last merge somebody has to remember the ticket. */
const MEDIAN_FORGOTTEN = 3 * HOUR;

type Turn = { at: Instant; to: string };

/** What becomes of a ticket follows from what becomes of its pull requests, and with them from whatever is planted there. */
export function storyOf(organisation: Organisation, ticket: Ticket): TicketStory {
  const draws = chance(ticket.seed, purpose.ticket, 1);
  const { turns, ends, resolution } = courseOf(organisation, ticket, draws);
  const begun = turns[0]?.at ?? ends ?? ticket.at;
  const queue = Math.exp(Math.log(MEDIAN_QUEUE) + QUEUE_SPREAD * draws.normal());
  const createdAt = wholeSecond(
    ticket.course === 'request' ? ticket.at - draws.between(0.5, 3) * DAY : begun - queue,
  );
  const again =
    ends === null || resolution !== RESOLUTION.done || !draws.yes(REOPENED) ? null : reopened(ends, draws);
  const all = [
    // Whoever only closes it never says that it was begun.
    ...(draws.yes(NEVER_STARTED) && ends !== null ? [] : turns),
    ...(ends === null ? [] : [{ at: ends, to: STATUS.done }]),
    ...(again === null
      ? []
      : [
          { at: again.from, to: STATUS.inProgress },
          { at: again.to, to: STATUS.done },
        ]),
  ];
  return {
    createdAt,
    statusChanges: changesOf(STATUS.toDo, all),
    resolutionChanges: changesOf(null, [
      ...(ends === null ? [] : [{ at: ends, to: resolution }]),
      ...(again === null
        ? []
        : [
            { at: again.from, to: null },
            { at: again.to, to: resolution },
          ]),
    ]),
  };
}

type Course = { turns: Turn[]; ends: Instant | null; resolution: string };

function courseOf(organisation: Organisation, ticket: Ticket, draws: Chance): Course {
  const { at, course, openings } = ticket;
  if (course === 'epic') {
    return {
      turns: [{ at, to: STATUS.inProgress }],
      ends: at + draws.between(30, 120) * DAY,
      resolution: RESOLUTION.done,
    };
  }
  if (course === 'declined' || course === 'request') {
    const resolution = draws.yes(0.6) ? RESOLUTION.declined : RESOLUTION.duplicate;
    const days = course === 'request' ? draws.between(1, 4.3) : draws.between(1, 60);
    return { turns: [], ends: wholeSecond(at + days * DAY), resolution };
  }
  return openings.length === 0
    ? withoutCode(organisation, ticket, draws)
    : withCode(organisation, ticket, draws);
}

function withoutCode(organisation: Organisation, { person, team, at }: Ticket, draws: Chance): Course {
  const { noise, gained, common } = weekAt(organisation, team, at);
  const log =
    Math.log(MEDIAN_WITHOUT_CODE) + noise + draws.normal() + common.logTimeToMerge + gained.logTimeToMerge;
  const ends = at + Math.exp(log) * HOUR;
  return {
    turns: [{ at, to: STATUS.inProgress }, ...blocked(at, ends, draws)],
    ends: wholeSecond(atWork(person.hours, ends, at + MINUTE, Number.POSITIVE_INFINITY, draws.unit())),
    resolution: RESOLUTION.done,
  };
}

function withCode(organisation: Organisation, { seed, person, openings }: Ticket, draws: Chance): Course {
  const turns: Turn[] = [];
  let [last, abandonedAt] = [0, 0];
  let merged = false;
  for (const opening of openings) {
    const fate = fateOf(organisation, opening, sizeOf(opening.seed), false);
    const { gained } = weekAt(organisation, opening.team, opening.at);
    const begins = Math.max(workBegins(opening, gained.logTimeToMerge) - draws.between(2, 90) * MINUTE, last);
    const shown = Math.max(fate.readyAt ?? opening.at, begins);
    turns.push({ at: begins, to: STATUS.inProgress }, ...blocked(begins, shown, draws), {
      at: shown,
      to: STATUS.inReview,
    });
    if (fate.end === 'abandoned') abandonedAt = Math.max(abandonedAt, fate.endsAt);
    else last = Math.max(last, fate.endsAt);
    merged ||= fate.end === 'merged';
  }
  const forgotten = Math.exp(Math.log(MEDIAN_FORGOTTEN) + draws.normal());
  // Whoever has merged the rest does not wait for what is abandoned.
  const closedAt = merged ? Math.max(last, ...turns.map(({ at }) => at)) : Math.max(last, abandonedAt);
  const ends = wholeSecond(
    atWork(person.hours, closedAt + forgotten, closedAt, Number.POSITIVE_INFINITY, draws.unit()),
  );
  if (!merged && abandonedAt === closedAt && unitOf(seed, purpose.ticket, 2) < PUT_BACK) {
    return { turns: [...turns, { at: ends, to: STATUS.toDo }], ends: null, resolution: RESOLUTION.declined };
  }
  return { turns, ends, resolution: merged ? RESOLUTION.done : RESOLUTION.declined };
}

/** Within the first part of the work, and over before its end. */
function blocked(from: Instant, to: Instant, draws: Chance): Turn[] {
  const [unit, begin, end] = [draws.unit(), draws.between(0.1, 0.4), draws.between(0.5, 0.9)];
  if (unit >= BLOCKED || to - from < 4 * HOUR || to === Number.POSITIVE_INFINITY) return [];
  return [
    { at: from + begin * (to - from), to: STATUS.blocked },
    { at: from + end * (to - from), to: STATUS.inProgress },
  ];
}

function reopened(ends: Instant, draws: Chance): { from: Instant; to: Instant } {
  const from = wholeSecond(ends + draws.between(1, 10) * DAY);
  return { from, to: wholeSecond(from + draws.between(0.2, 3) * DAY) };
}

/** In the order of time; what changes nothing is no change. */
function changesOf(
  first: string | null,
  turns: readonly { at: Instant; to: string | null }[],
): IssueChange[] {
  let value = first;
  return turns
    .toSorted((one, other) => one.at - other.at)
    .flatMap(({ at, to }): IssueChange[] => {
      if (to === value) return [];
      const change = { at: wholeSecond(at), from: value, to };
      value = to;
      return [change];
    });
}
