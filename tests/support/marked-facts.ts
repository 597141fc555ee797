import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { forgeFact, MONDAY } from './facts.ts';
import { seededRandom } from './random-history.ts';

const LEVELS = ['agent', 'assisted', 'suggestion', 'reviewed', 'none', 'none', 'none', null] as const;
const TOOLS = [['claude-code'], ['cursor'], ['claude-code', 'cursor'], ['house-bot']];

/** Two months of pull requests of every level, some of them open, closed or left out, in two teams or none. */
export function markedFacts(seed: number, many = 400): PullRequestFact[] {
  const random = seededRandom(seed);
  const one = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(random() * values.length)] ?? values[0];
  return Array.from({ length: many }, (_, number) => {
    const openedAt = MONDAY + Math.floor(random() * 56 * 24) * HOUR;
    const aiLevel = one(LEVELS);
    const fate = random();
    const mergedAt = fate < 0.85 ? openedAt + Math.ceil(random() * 5 * 24) * HOUR : null;
    const unfinished = { deployedAt: null, approvedAt: null };
    return forgeFact(number + 1, {
      ...{ openedAt, readyAt: openedAt, mergedAt, firstCommitAt: openedAt - 5 * HOUR },
      firstReviewAt: openedAt + HOUR,
      ...(mergedAt === null ? unfinished : { approvedAt: mergedAt - HOUR / 2, deployedAt: mergedAt + DAY }),
      closedAt: fate > 0.95 ? openedAt + DAY : null,
      leftOut: random() < 0.1 ? 'automation' : null,
      person: `p${Math.floor(random() * 30)}`,
      teams: one([[], ['pay'], ['search'], ['pay', 'search']]),
      lines: Math.ceil(random() * 300),
      aiLevel,
      aiTools: aiLevel === null || aiLevel === 'none' ? [] : (TOOLS[Math.floor(random() * 4)] ?? []),
    });
  });
}
