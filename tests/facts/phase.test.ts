import { describe, expect, it } from 'vitest';
import {
  codingTime,
  cycleTime,
  deployTime,
  leadTimeForChanges,
  mergeTime,
  pickupTime,
  reviewTime,
  timeToMerge,
} from '../../server/facts/phase.ts';
import { pullRequestFact, type UnplacedFact } from '../../server/facts/pull-request-fact.ts';
import type { PullRequestInput, Reviewer } from '../../server/facts/pull-request-input.ts';
import type { PullRequestEvent, ReviewState } from '../../server/model/review.ts';
import { storedPullRequest } from '../support/measured-pull-request.ts';
import { seededRandom } from '../support/random-history.ts';

const CASES = 4000;
const STATES: readonly ReviewState[] = ['approved', 'commented', 'changes-requested', 'dismissed'];
const REVIEWERS: readonly Reviewer[] = ['independent', 'independent', 'author', 'owner', 'bot'];
const TURNS: readonly PullRequestEvent['kind'][] = ['ready', 'draft', 'draft', 'ready', 'reopened'];

describe.each([1, 2, 3])('the phases of any pull request (seed %i)', (seed) => {
  const facts = randomFacts(seed);

  it('are never negative, and never longer together than from ready to merged', () => {
    for (const { input, fact } of facts) {
      const between = [pickupTime(fact), reviewTime(fact), mergeTime(fact)];
      const all = [...between, codingTime(fact), deployTime(fact), timeToMerge(fact), cycleTime(fact)];
      for (const phase of [...all, leadTimeForChanges(fact)]) {
        expect(phase === null || (Number.isFinite(phase) && phase >= 0), told(input, fact)).toBe(true);
      }
      if (fact.readyAt === null || fact.mergedAt === null) continue;
      const together = between.reduce<number>((sum, phase) => sum + (phase ?? 0), 0);
      expect(together, told(input, fact)).toBeLessThanOrEqual(fact.mergedAt - fact.readyAt);
    }
  });

  it('are null exactly where they did not happen', () => {
    for (const { input, fact } of facts) {
      const merged = fact.mergedAt !== null;
      const ready = fact.readyAt !== null;
      const reviewed = ready && fact.firstReviewAt !== null;
      expect(
        [pickupTime(fact), reviewTime(fact), mergeTime(fact)].map((phase) => phase !== null),
        told(input, fact),
      ).toEqual([
        reviewed,
        reviewed && (merged || fact.approvedAt !== null),
        reviewed && merged && fact.approvedAt !== null,
      ]);
      expect(ready || !merged, told(input, fact)).toBe(true);
    }
  });

  it('are nothing but the whole time, where it was approved, less the time as a draft', () => {
    let whole = 0;
    for (const { input, fact } of facts) {
      const [pickup, review, merge] = [pickupTime(fact), reviewTime(fact), mergeTime(fact)];
      if (pickup === null || review === null || merge === null) continue;
      if (fact.mergedAt === null || fact.readyAt === null) continue;
      const draft = fact.draftInPickup + fact.draftInReview + fact.draftInMerge;
      expect(pickup + review + merge + draft, told(input, fact)).toBe(fact.mergedAt - fact.readyAt);
      whole += 1;
    }
    expect(whole).toBeGreaterThan(CASES / 20);
  });
});

/** Instants within 60 ms of each other, so that every order of them, and many ties, come up. */
function randomFacts(seed: number): { input: PullRequestInput; fact: UnplacedFact }[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T[] => from.slice(below(from.length)).slice(0, 1);
  const some = <T>(most: number, make: (index: number) => T[]): T[] =>
    Array.from({ length: below(most + 1) }, (_, index) => make(index)).flat();
  const instant = () => below(60);
  return Array.from({ length: CASES }, () => {
    const reviews = some(5, (index) =>
      pick(STATES).map((state) => ({ id: `${index}`, account: null, state, submittedAt: instant() })),
    );
    const comments = some(3, (index) => [
      { id: `${index}`, threadId: `${index}`, account: null, at: instant() },
    ]);
    const mergedAt = random() < 0.8 ? 20 + below(40) : null;
    const input: PullRequestInput = {
      ...storedPullRequest({
        pullRequest: { openedAt: random() < 0.9 ? below(20) : instant(), mergedAt },
        forge: {
          draft: random() < 0.3,
          events: some(5, () => pick(TURNS).map((kind) => ({ kind, at: instant() }))),
          reviews,
          comments: random() < 0.5 ? comments : null,
        },
        commits: some(3, () => [{ authoredAt: instant(), committedAt: instant() }]),
      }),
      deployedAt: random() < 0.5 ? instant() : null,
      author: null,
      automation: false,
      longLived: false,
      backPort: false,
      agent: random() < 0.5,
      reviewers: reviews.flatMap(() => pick(REVIEWERS)),
      commenters: comments.flatMap(() => pick(REVIEWERS)),
    };
    return { input, fact: pullRequestFact(input) };
  });
}

function told({ pullRequest: { forge } }: PullRequestInput, fact: UnplacedFact): string {
  return JSON.stringify({ events: forge?.events, draft: forge?.draft, reviews: forge?.reviews, fact });
}
