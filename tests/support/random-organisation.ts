import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR, type Instant } from '../../server/model/instant.ts';
import type { Held } from '../../server/report/live.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from './facts.ts';
import { seededRandom } from './random-history.ts';

const WEEKS = 16;

/** Most are merged, some closed without it, some open; some are drafts until then. */
function endOf(chance: number, openedAt: Instant, took: number): Partial<PullRequestFact> {
  const end = chance < 0.05 ? 'open' : chance < 0.1 ? 'closed' : 'merged';
  const isDraft = chance * 100 - Math.floor(chance * 100) < 0.1;
  return {
    readyAt: isDraft ? (end === 'merged' ? openedAt + took : null) : openedAt,
    mergedAt: end === 'merged' ? openedAt + took : null,
    closedAt: end === 'closed' ? openedAt + took : null,
  };
}

/**
 * Sixteen weeks of an organisation such as there are: small and large teams, people in two of them, in none or on the move, one
 * team that is everybody's now and then, repositories of a team and of all, some of them behind, programs and unmerged work.
 */
export function randomOrganisation(seed: number): Held {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const teams = Array.from({ length: 2 + below(5) }, (_, team) => `t${team}`);
  const everybody = random() < 0.3 ? ['everybody'] : [];
  const repositories = Array.from({ length: 1 + below(7) }, (_, number) => ({
    id: `github:github.com/acme/r${number}`,
    behind: random() < 0.2 ? 1 + below(3) : 0,
    team: teams[below(teams.length)] ?? '',
    shared: random() < 0.4,
  }));
  const facts: PullRequestFact[] = [];
  const people = Array.from({ length: 6 + below(60) }, (_, number) => `p${number}`);
  for (const person of people) {
    const home = teams[Math.floor(random() ** 1.7 * teams.length)] ?? '';
    const later = random() < 0.1 ? (teams[below(teams.length)] ?? '') : home;
    const second = random() < 0.08 ? [teams[below(teams.length)] ?? ''] : [];
    const placed = random() > 0.08;
    const busy = random();
    for (let week = 0; week < WEEKS; week += 1) {
      if (random() > busy) continue;
      const known = repositories.filter(({ team, shared }) => shared || team === home || random() < 0.03);
      const repository = known[below(known.length)] ?? repositories[0];
      if (repository === undefined) continue;
      const openedAt = MONDAY + week * 7 * DAY + below(100) * HOUR;
      const took = random() < 0.1 ? 30 * DAY : below(7 * 24) * HOUR;
      const own = [...new Set([week < WEEKS / 2 ? home : later, ...second, ...everybody])].sort();
      facts.push(
        forgeFact(facts.length, {
          repositoryId: repository.id,
          person: random() < 0.02 ? null : person,
          teams: placed ? own : [],
          teamBasis: placed ? 'stated' : null,
          openedAt,
          ...endOf(random(), openedAt, took),
          leftOut: random() < 0.05 ? 'automation' : null,
        }),
      );
    }
  }
  const until = MONDAY + WEEKS * 7 * DAY;
  const freshness = repositories.map(({ id, behind }) =>
    freshForge(until - behind * 7 * DAY, { repositoryId: id, name: id.slice(-2) }),
  );
  return heldOf(facts, freshness, 'UTC', [...teams, ...everybody]);
}
