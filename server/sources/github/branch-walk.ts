import type { BranchPlace } from '../../model/branch-place.ts';
import { DAY } from '../../model/instant.ts';
import type { WalkStep } from '../../model/rows.ts';
import { SourceError } from '../../net/source-error.ts';
import { type Ancestor, firstParents } from './branch-query.ts';
import type { Walking } from './walking.ts';

/** Requests for one repository in one run, each for up to 100 commits. */
const MOST = 300;

/** What was merged so long before the first deployment on record is in it, however wrong the clocks of its commits were. */
const BEFORE = 30 * DAY;

/**
 * What has landed on the default branch since it was last looked at, in its order; `head` is its newest commit, null where that is
 * still to be asked. A branch that was rewritten is placed anew from where it was.
 */
export async function* branchUpwards(walking: Walking, head: string | null): AsyncGenerator<WalkStep, void> {
  const { of, run } = walking;
  if (of.deployed === null) return;
  const id = of.repository.id;
  const { newest } = await run.stored.branchKnown(id);
  if (newest === null || head === newest.sha) return;
  const fresh: Ancestor[] = [];
  for (let asked = 0, from: string | null = null; ; asked++) {
    const line: Ancestor[] = asked < MOST ? await followed(from, walking) : [];
    if (line.length === 0) return void unknown(walking, 'since it was last read');
    const known = await run.stored.branchPositions(
      id,
      line.map(({ sha }) => sha),
    );
    const met = line.findIndex(({ sha }) => known.has(sha));
    fresh.push(...(met < 0 ? line : line.slice(0, met)));
    const base = known.get(line[met]?.sha ?? '');
    from = line.at(-1)?.parent ?? null;
    if (base === undefined && from !== null) continue;
    if (fresh.length === 0 && base === newest.position) return;
    const keepUntil = base ?? Number.MIN_SAFE_INTEGER;
    const places = fresh.map((one, index) => placeOf(id, one, (base ?? 0) + fresh.length - index));
    yield { rows: { branch: { places, keepUntil } } };
    return;
  }
}

/** The default branch back to a month before the first deployment on record, in its order, from where the last run has come to. */
export async function* branchDownwards(walking: Walking): AsyncGenerator<WalkStep, void> {
  const { of, run } = walking;
  if (of.deployed === null) return;
  const id = of.repository.id;
  const { oldest, firstDeployedAt } = await run.stored.branchKnown(id);
  if (firstDeployedAt === null) return;
  const since = firstDeployedAt - BEFORE;
  if (oldest !== null && (oldest.first || oldest.committedAt < since)) return;
  let position = oldest?.position ?? 1;
  for (let asked = 0, from = oldest?.sha ?? null; ; asked++) {
    const line: Ancestor[] = asked < MOST ? await followed(from, walking) : [];
    if (line.length === 0) return void unknown(walking, 'further back');
    // Asked for again only because it leads on.
    const older = line[0]?.sha === oldest?.sha && asked === 0 ? line.slice(1) : line;
    const places = older.map((one) => placeOf(id, one, --position));
    if (places.length > 0) yield { rows: { branch: { places } } };
    run.progress({ what: `${of.label}, order of commits`, done: (asked + 1) * line.length, total: null });
    from = line.at(-1)?.parent ?? null;
    if (from === null || line.every(({ committedAt }) => committedAt < since)) return;
  }
}

/** Nothing where GitHub fails on this alone: all else of the repository is still to be had. */
async function followed(from: string | null, { of, run }: Walking): Promise<Ancestor[]> {
  try {
    return await firstParents(of.nodeId, from, run);
  } catch (error) {
    if (error instanceof SourceError && run.asker.ended() === null) return [];
    throw error;
  }
}

function placeOf(
  repositoryId: string,
  { sha, committedAt, parent }: Ancestor,
  position: number,
): BranchPlace {
  return { repositoryId, sha, position, committedAt, first: parent === null };
}

function unknown({ limits }: Walking, where: string): void {
  limits.push(
    `The order of commits on the default branch could not be read ${where}: which deployment brought a change there is told by the dates of commits.`,
  );
}
