import type { Instant } from '../model/instant.ts';
import type { PullRequest } from '../model/pull-request.ts';

/** From its first instant to its last; one that has not ended yet lasts until `Infinity`. */
export type Span = { from: Instant; to: Instant };

export type Readiness = {
  readyAt: Instant | null;
  /** When it was a draft again after that, in order, without overlaps. */
  draftAgain: readonly Span[];
};

/**
 * When a pull request was ready for review first: when it was opened, unless it was a draft then. The first change tells:
 * who becomes ready was a draft before, who becomes a draft was not; without any change it has always been what it is now.
 * A draft that was merged as it was became ready with the merge; one that is still a draft never did, which is null.
 *
 * Instants are kept between opening and merge, where clocks disagree. A draft that must have ended, but nobody was told
 * when, is not taken off: waiting is rather shown too long than too short.
 */
export function readiness({ forge, openedAt, mergedAt }: PullRequest): Readiness {
  if (forge === null) return { readyAt: null, draftAgain: [] };
  const last = mergedAt ?? Number.POSITIVE_INFINITY;
  const between = (at: Instant) => Math.min(Math.max(at, openedAt ?? at), last);
  const turns: Turn[] = forge.events
    .flatMap(({ kind, at }) => (kind === 'ready' || kind === 'draft' ? [{ kind, at }] : []))
    .toSorted((one, other) => one.at - other.at)
    .map(({ kind, at }) => ({ kind, at: between(at) }));
  const openedAsDraft = turns[0] === undefined ? forge.draft : turns[0].kind === 'ready';
  const openedReadyAt = openedAt === null ? null : between(openedAt);
  return {
    readyAt: openedAsDraft ? (turns[0]?.at ?? mergedAt) : openedReadyAt,
    draftAgain: draftSpans(turns, forge.draft ? last : null),
  };
}

type Turn = { kind: 'ready' | 'draft'; at: Instant };

/** `end`: when the last span ended that no turn ends; null: nobody knows. */
function draftSpans(turns: readonly Turn[], end: Instant | null): Span[] {
  const spans: Span[] = [];
  let from: Instant | null = null;
  for (const { kind, at } of turns) {
    if (kind === 'draft') from ??= at;
    else if (from !== null) {
      spans.push({ from, to: at });
      from = null;
    }
  }
  if (from !== null && end !== null) spans.push({ from, to: end });
  return spans;
}
