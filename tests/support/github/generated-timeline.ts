import type { FakeAccount } from './account.ts';
import { type Chance, HOUR, instant } from './chance.ts';
import type { Cast } from './generated-cast.ts';
import type { FakeEvent } from './pull-request.ts';

export type Life = {
  opened: number;
  end: number;
  author: FakeAccount | null;
  closed: boolean;
  merged: boolean;
  nextId: () => number;
};

export type Timeline = {
  events: FakeEvent[];
  /** When it was ready for review first; `end` when it never was. */
  ready: number;
  /** What it is at its end. */
  draft: boolean;
};

/** Drafts and drafts again, requests for review, forced pushes and second thoughts, in order of time, none after `end`. */
export function generatedTimeline(chance: Chance, cast: Cast, life: Life): Timeline {
  const { opened, end, author, nextId } = life;
  const events: FakeEvent[] = [];
  const add = (kind: FakeEvent['kind'], at: number, more: Partial<FakeEvent> = {}): boolean => {
    if (at >= end) return false;
    events.push({ id: nextId(), kind, createdAt: instant(at), actor: author, ...more });
    return true;
  };
  let ready = opened;
  let draft = false;
  if (chance.happens(0.25)) {
    const forGood = !life.merged && chance.happens(0.3);
    ready = forGood ? end : opened + chance.time(10 * HOUR);
    draft = !add('ReadyForReviewEvent', ready);
    const again = ready + chance.time(4 * HOUR);
    if (!draft && chance.happens(0.15) && add('ConvertToDraftEvent', again))
      draft = !add('ReadyForReviewEvent', again + chance.time(3 * HOUR));
  }
  // What is merged was ready in the end.
  if (draft && life.merged) {
    events.push({ id: nextId(), kind: 'ReadyForReviewEvent', createdAt: instant(end), actor: author });
    draft = false;
  }
  if (chance.happens(0.6)) {
    const team = chance.one(cast.teams);
    const person = chance.one(cast.people);
    const requestedReviewer = chance.happens(0.3) ? { team: team.slug } : person;
    if (add('ReviewRequestedEvent', ready + 1000, { requestedReviewer }) && chance.happens(0.1))
      add('ReviewRequestRemovedEvent', ready + chance.time(HOUR), { requestedReviewer });
  }
  if (chance.happens(0.15)) add('HeadRefForcePushedEvent', opened + chance.time(6 * HOUR));
  if (chance.happens(0.02)) {
    const closed = opened + chance.time(5 * HOUR);
    if (closed + HOUR < end && add('ClosedEvent', closed)) add('ReopenedEvent', closed + HOUR);
  }
  if (life.merged) events.push({ id: nextId(), kind: 'MergedEvent', createdAt: instant(end), actor: author });
  if (life.closed) events.push({ id: nextId(), kind: 'ClosedEvent', createdAt: instant(end), actor: author });
  events.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id - b.id));
  return { events, ready: Math.min(ready, end), draft };
}
