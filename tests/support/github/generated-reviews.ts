import type { FakeAccount } from './account.ts';
import { type Chance, HOUR, instant, MINUTE } from './chance.ts';
import type { Cast } from './generated-cast.ts';
import type { FakeReview, FakeThread } from './pull-request.ts';

export type Reviewed = { reviews: FakeReview[]; threads: FakeThread[]; last: number };

export type Round = {
  /** From when on it may be reviewed, and until when. */
  ready: number;
  end: number;
  author: FakeAccount | null;
  merged: boolean;
  nextId: () => number;
};

/**
 * Reviews by people and by bots, in order of time, none after `end`; the last person approves what was merged.
 * @param many how many reviews there are to be at least
 */
export function generatedReviews(chance: Chance, cast: Cast, round: Round, many: number): Reviewed {
  const { ready, end, author, merged, nextId } = round;
  const reviews: FakeReview[] = [];
  const threads: FakeThread[] = [];
  const add = (by: FakeAccount | null, at: number, state: FakeReview['state'], comments: number): void => {
    const id = nextId();
    const createdAt = instant(at);
    reviews.push({
      id,
      author: by,
      state,
      body: comments > 0 ? '' : 'Good',
      createdAt,
      submittedAt: createdAt,
    });
    for (let left = comments; left > 0; left -= 1) {
      const open = threads.at(-1);
      const comment = { id: nextId(), author: by, createdAt, body: 'Why so?', reviewId: id };
      if (open !== undefined && chance.happens(0.3)) open.comments.push(comment);
      else
        threads.push({
          id: nextId(),
          path: `src/part-${chance.between(1, 30)}.ts`,
          isResolved: chance.happens(0.7),
          comments: [comment],
        });
    }
  };
  if (chance.happens(0.35) && ready + 6 * MINUTE < end)
    add(chance.one(cast.reviewBots), ready + 5 * MINUTE, 'COMMENTED', chance.between(0, 3));
  const others = cast.people.filter(({ login }) => login !== author?.login);
  const reviewers = chance.some(others, chance.between(1, 3));
  let at = ready + chance.time(5 * HOUR);
  const step = many > 5 ? Math.max(1000, (end - at) / (many + 1)) : null;
  const rounds = Math.max(many, chance.between(1, 4));
  for (let left = rounds; left > 0 && at < end; left -= 1) {
    const approves = left === 1 && merged;
    const state = approves
      ? 'APPROVED'
      : chance.one(['COMMENTED', 'COMMENTED', 'CHANGES_REQUESTED'] as const);
    // Now and then the author answers, or somebody whose account is gone by now.
    const by = approves || chance.happens(0.8) ? chance.one(reviewers) : chance.one([author, author, null]);
    add(by, at, by === author ? 'COMMENTED' : state, approves ? 0 : chance.between(0, 2));
    at += step ?? chance.time(3 * HOUR);
  }
  const last = reviews.at(-1)?.createdAt;
  return { reviews, threads, last: last === undefined ? ready : Date.parse(last) };
}
