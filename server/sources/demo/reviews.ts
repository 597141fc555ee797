import type { Account } from '../../model/account.ts';
import { DAY, type Instant, MINUTE, SECOND } from '../../model/instant.ts';
import type { Review, ReviewComment, ReviewState } from '../../model/review.ts';
import { type Chance, chance, purpose } from './chance.ts';
import { type Fate, ratherQuick } from './fate.ts';
import type { Opening } from './opening.ts';
import { type Organisation, teamAt, weekAt } from './organisation.ts';
import type { Person } from './people.ts';
import { reviewerFor } from './reviewers.ts';
import { wholeSecond } from './second.ts';
import { atWork } from './working-hours.ts';

export type Reviewing = {
  reviews: Review[];
  comments: ReviewComment[];
  /** When the author had something to mend, to be done before the next. */
  sentBackAt: Instant[];
  /** Who looked at it; null: nobody. */
  reviewer: Person | null;
  askedAt: Instant;
};

type Look = { by: Person; at: Instant; state: ReviewState };

const AT_ONCE = 0.45;
const NEVER_APPROVED = 0.04;
const SECOND_APPROVER = 0.15;
const FOR_SANDBOX = 3;

/** Everything that others do to a pull request before its end; what would lie after the data is still in here. */
export function reviewingOf(
  organisation: Organisation,
  opening: Opening,
  fate: Fate,
  { id, agent }: { id: string; agent: boolean },
): Reviewing {
  const draws = chance(opening.seed, purpose.review);
  const { at, team, person } = opening;
  const ready = fate.readyAt ?? at;
  const reviewer = isReviewed(organisation, opening, fate, draws.unit())
    ? reviewerFor(organisation, { team, author: person, at: ready }, draws)
    : null;
  const looks = reviewer === null ? [] : looksOf(organisation, opening, { ready, fate, reviewer }, draws);
  const checked = agent ? ownersCheck(opening, ready, draws) : [];
  const said = remarks(draws, opening.repository.reviewBot, ready, [...checked, ...looks]);
  const before = <Item extends { at: Instant }>(item: Item) => item.at < fate.endsAt;
  const reviews = said.reviews.filter(before).map(({ by, at: submittedAt, state }, index): Review => {
    return { id: `${id}!review:${index + 1}`, account: by, state, submittedAt };
  });
  const comments = said.comments.filter(before).map(({ thread, ...comment }, index): ReviewComment => {
    return { ...comment, id: `${id}!comment:${index + 1}`, threadId: `${id}!thread:${thread}` };
  });
  const sentBackAt = looks.filter(({ state }) => state === 'changes-requested').map((look) => look.at);
  return { reviews, comments, sentBackAt, reviewer, askedAt: ready };
}

function isReviewed(organisation: Organisation, opening: Opening, fate: Fate, unit: number): boolean {
  const { at, team, repository } = opening;
  const { unreviewed } = weekAt(organisation, team, at);
  const sandbox = repository.releasedEvery === null ? FOR_SANDBOX : 1;
  return unit >= ratherQuick(teamAt(organisation, team).unreviewed * unreviewed * sandbox, fate.slowness);
}

/** Waiting, reviewing and merging take shares of the whole time that know nothing of how long it is. */
function looksOf(
  organisation: Organisation,
  { at, person, team }: Opening,
  { ready, fate, reviewer }: { ready: Instant; fate: Fate; reviewer: Person },
  draws: Chance,
): Look[] {
  // What is abandoned was looked at long before it is closed.
  const end = fate.end === 'abandoned' ? Math.min(fate.endsAt, at + 40 * DAY) : fate.endsAt;
  const weights = [0.9, 0.8, 0.55].map((weight) => weight * Math.exp(0.8 * draws.normal()));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const [pickup = 0, review = 0] = weights.map((weight) => weight / whole);
  const atOnce = draws.yes(AT_ONCE);
  const rounds = atOnce ? 0 : draws.below(3);
  const looks: Look[] = [];
  let last = ready;
  const look = (share: number, by: Person, state: ReviewState) => {
    last = wholeSecond(atWork(by.hours, ready + share * (end - ready), last, end - MINUTE, draws.unit()));
    looks.push({ by, at: last, state });
  };
  if (!atOnce) look(pickup, reviewer, rounds > 0 ? 'changes-requested' : 'commented');
  for (let round = 1; round < rounds; round++)
    look(pickup + (review * round) / rounds, reviewer, 'changes-requested');
  const approves = fate.end !== 'closed' && !draws.yes(NEVER_APPROVED);
  look(pickup + review * (atOnce ? 0.4 : 1), reviewer, approves ? 'approved' : 'commented');
  const second = draws.yes(SECOND_APPROVER) && approves;
  const other = second ? reviewerFor(organisation, { team, author: person, at: last }, draws) : null;
  if (other !== null && other !== reviewer) look(1 - (1 - pickup - review) / 2, other, 'approved');
  return looks;
}

/** Who asked an agent for the work reads it while it is a draft. */
function ownersCheck({ at, person }: Opening, ready: Instant, draws: Chance): Look[] {
  if (ready <= at || draws.yes(0.3)) return [];
  return [{ by: person, at: wholeSecond(at + (ready - at) * draws.between(0.5, 0.95)), state: 'commented' }];
}

type Said = { by: Account; at: Instant; state: ReviewState };
type Remark = { thread: number; account: Account; at: Instant };

/** What is written on lines, by people and by a program that answers within minutes. */
function remarks(
  draws: Chance,
  bot: string | null,
  ready: Instant,
  looks: readonly Look[],
): { reviews: Said[]; comments: Remark[] } {
  const reviews: Said[] = looks.map(({ by, at, state }) => ({
    by: { login: by.login, kind: 'user' },
    at,
    state,
  }));
  if (bot !== null) {
    const at = ready + (2 + draws.below(600)) * SECOND;
    reviews.push({ by: { login: bot, kind: 'bot' }, at, state: 'commented' });
  }
  const comments: Remark[] = [];
  for (const { by, at, state } of reviews) {
    const count = state === 'approved' ? draws.below(2) : Math.floor(-1.6 * Math.log(1 - draws.unit()));
    for (let one = 0; one < Math.min(count, 12); one++) {
      comments.push({ thread: comments.length + 1, account: by, at });
    }
  }
  const inOrder = (one: { at: Instant }, other: { at: Instant }) => one.at - other.at;
  return { reviews: reviews.sort(inOrder), comments: comments.sort(inOrder) };
}
