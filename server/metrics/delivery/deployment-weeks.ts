import type { DeploymentFact } from '../../facts/deployment-fact.ts';
import type { Week, WeekTable } from '../../model/week.ts';

/** The deployments of some repositories, one entry each: small arrays, looked through for every question. */
export type DeploymentColumns = {
  /** By its place in `repositories`. */
  repository: Uint32Array;
  week: Int32Array;
  /** 1: it put another commit into production than the one before; 0: the same once more. */
  counted: Uint8Array;
  /** 1: it brought new commits. */
  change: Uint8Array;
  /** 1: it is known to have failed. */
  failed: Uint8Array;
  /** 1: it was made because of a failure. */
  rework: Uint8Array;
  /** Hours until it had recovered; NaN: it has not, or never failed. */
  hours: Float64Array;
  /** 1: what it contains is known by the order of commits. */
  ordered: Uint8Array;
  repositories: readonly string[];
  /** Of each repository the week of its first deployment on record. */
  first: Int32Array;
};

const HOUR = 3_600_000;

/** @param facts in any order */
export function deploymentColumns(facts: readonly DeploymentFact[], weeks: WeekTable): DeploymentColumns {
  const repositories = [...new Set(facts.map(({ repositoryId }) => repositoryId))];
  const places = new Map(repositories.map((id, place) => [id, place]));
  const flags = (holds: (fact: DeploymentFact) => boolean) =>
    Uint8Array.from(facts, (fact) => Number(holds(fact)));
  const repository = Uint32Array.from(facts, ({ repositoryId }) => places.get(repositoryId) ?? 0);
  const week = Int32Array.from(facts, ({ at }) => weeks.weekOf(at));
  const first = new Int32Array(repositories.length).fill(2 ** 31 - 1);
  week.forEach((one, index) => {
    const place = repository[index] ?? 0;
    first[place] = Math.min(first[place] ?? one, one);
  });
  return {
    ...{ repository, week, repositories, first },
    counted: flags(({ kind }) => kind !== 'repeat'),
    change: flags(({ kind }) => kind === 'change'),
    failed: flags(({ failedBy }) => failedBy !== null),
    rework: flags(({ rework }) => rework !== null),
    hours: Float64Array.from(facts, ({ at, recoveredAt }) =>
      recoveredAt === null ? Number.NaN : (recoveredAt - at) / HOUR,
    ),
    ordered: flags(({ ordered }) => ordered),
  };
}

/** What is asked of deployments: of which repositories, in which weeks, `to` included. */
export type AskedDeployments = { repositories: ReadonlySet<string>; from: Week; to: Week };

/** The counts that every measure of deployments is made of. */
export type DeploymentCounts = {
  deployments: number;
  /** Weeks of repositories in which one could have deployed: from the week after its first deployment on record. */
  repositoryWeeks: number;
  /** Deployments in these weeks alone. */
  inThose: number;
  changes: number;
  failed: number;
  rework: number;
  /** Hours of those that have recovered. */
  hours: number[];
  /** The same commit once more. */
  repeated: number;
  /** Of `deployments`: told by dates alone. */
  byDate: number;
};

export function deploymentCounts(
  columns: DeploymentColumns,
  { repositories, from, to }: AskedDeployments,
): DeploymentCounts {
  const { first, week, repository } = columns;
  const asked = Uint8Array.from(columns.repositories, (id) => Number(repositories.has(id)));
  const counts: DeploymentCounts = {
    ...{ deployments: 0, repositoryWeeks: 0, inThose: 0, changes: 0, failed: 0, rework: 0 },
    ...{ hours: [], repeated: 0, byDate: 0 },
  };
  asked.forEach((one, place) => {
    if (one === 1) counts.repositoryWeeks += Math.max(0, to - Math.max(from, (first[place] ?? to) + 1) + 1);
  });
  for (let index = 0; index < week.length; index++) {
    const [at, place] = [week[index] ?? 0, repository[index] ?? 0];
    if (asked[place] !== 1 || at < from || at > to) continue;
    if (columns.counted[index] !== 1) {
      counts.repeated += 1;
      continue;
    }
    counts.deployments += 1;
    if (at > (first[place] ?? at)) counts.inThose += 1;
    if (columns.ordered[index] !== 1) counts.byDate += 1;
    counts.rework += columns.rework[index] ?? 0;
    if (columns.change[index] !== 1) continue;
    counts.changes += 1;
    counts.failed += columns.failed[index] ?? 0;
    const hours = columns.hours[index] ?? Number.NaN;
    if (!Number.isNaN(hours)) counts.hours.push(hours);
  }
  return counts;
}
