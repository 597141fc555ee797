import { Type } from 'typebox';
import { DAY, type Instant, isoInstant } from '../../model/instant.ts';
import type { Delivered } from './delivered.ts';
import { instantOf } from './instant.ts';
import { nullable, reader } from './payload.ts';
import type { Run } from './run.ts';

const ROUTE = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow}/runs';
const AT_ONCE = 100;

/** GitHub shows no more of a filtered list, whatever its count says; a window of time has to be smaller. */
const MOST_PAGES = 10;

/** A run may wait for an approval for days, and is found by when it was created. */
export const RUN_OVERLAP = 7 * DAY;

/** GitHub began in 2008. */
const BEGINNING = Date.UTC(2008, 0);

const readRuns = reader(
  Type.Object({
    workflow_runs: Type.Array(
      Type.Object({
        id: Type.Integer(),
        head_sha: Type.String(),
        status: nullable(Type.String()),
        conclusion: nullable(Type.String()),
        created_at: Type.String(),
        updated_at: Type.String(),
      }),
    ),
  }),
);

/**
 * Successful runs of a workflow on a branch, the newest first, back to those created at `since`. Windows of time that end where
 * the one before came to, so that each is read only as far as GitHub shows it. Throws SourceError `not-found`, `forbidden`.
 */
export async function* workflowRuns(
  { name, branch, workflow }: { name: string; branch: string; workflow: string },
  since: Instant | null,
  { asker, host }: Run,
): AsyncGenerator<Delivered[], void> {
  const [owner = '', repo = ''] = name.split('/');
  const from = isoInstant(Math.max(since ?? BEGINNING, BEGINNING));
  const seen = new Set<string>();
  let until: Instant = asker.date() + DAY;
  for (;;) {
    const before = seen.size;
    let last = false;
    for (let page = 1; page <= MOST_PAGES && !last; page++) {
      const created = `${from}..${isoInstant(until)}`;
      const parameters = {
        owner,
        repo,
        workflow,
        branch,
        status: 'success',
        created,
        per_page: AT_ONCE,
        page,
      };
      const runs = readRuns(await asker.rest(ROUTE, parameters), host).workflow_runs;
      last = runs.length < AT_ONCE;
      const delivered = runs
        .map((run) => deliveredBy(run))
        .filter((one) => one.succeededAt !== null && !seen.has(one.id));
      for (const { id } of delivered) seen.add(id);
      if (delivered.length > 0) yield delivered;
      const oldest = runs.at(-1);
      if (page === MOST_PAGES && oldest !== undefined) until = instantOf(oldest.created_at);
    }
    if (last || seen.size === before) return;
  }
}

/** GitHub tells no end of a run, but when it last changed. */
function deliveredBy(run: ReturnType<typeof readRuns>['workflow_runs'][number]): Delivered {
  const succeeded = run.status === 'completed' && run.conclusion === 'success';
  return {
    id: String(run.id),
    kind: 'run',
    createdAt: instantOf(run.created_at),
    sha: run.head_sha,
    succeededAt: succeeded ? instantOf(run.updated_at) : null,
  };
}
