import { type Answer, json, message } from './answer.ts';
import type { FakeRepository, FakeWorkflowRun } from './repository.ts';

const mostWhenFiltered = 1000;

/** `GET /repos/{owner}/{repo}/actions/workflows/{file}/runs`: newest first; with a filter nothing beyond the first 1,000. */
export function workflowRuns(repository: FakeRepository, file: string, asked: URLSearchParams): Answer {
  const ofFile = repository.workflowRuns.filter(({ workflow }) => workflow === file);
  if (ofFile.length === 0) return message(404, 'Not Found');
  const filters = ['branch', 'status', 'created', 'event', 'head_sha'].filter((name) => asked.has(name));
  const found = ofFile
    .filter((run) => filters.every((name) => passes(run, name, asked.get(name) ?? '')))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : b.id - a.id));
  const reachable = filters.length > 0 ? found.slice(0, mostWhenFiltered) : found;
  const size = Math.min(100, Number(asked.get('per_page') ?? 30));
  const page = Number(asked.get('page') ?? 1);
  const runs = reachable.slice((page - 1) * size, page * size);
  return json(200, { total_count: found.length, workflow_runs: runs.map(runBody) });
}

function runBody(run: FakeWorkflowRun): object {
  return {
    id: run.id,
    name: run.workflow,
    path: `.github/workflows/${run.workflow}`,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    created_at: run.createdAt,
    run_started_at: run.createdAt,
    updated_at: run.updatedAt,
    run_attempt: 1,
  };
}

function passes(run: FakeWorkflowRun, filter: string, wanted: string): boolean {
  if (filter === 'branch') return run.headBranch === wanted;
  if (filter === 'event') return run.event === wanted;
  if (filter === 'head_sha') return run.headSha === wanted;
  if (filter === 'status') return run.status === wanted || run.conclusion === wanted;
  return within(Date.parse(run.createdAt), wanted);
}

/** GitHub's date ranges: `A..B`, `A..*`, `*..B`, `>=A`, `>A`, `<=A`, `<A`, `A`; a day means the whole day. */
function within(at: number, range: string): boolean {
  const [, comparison = '', day = ''] = /^(>=|<=|>|<)?(.*)$/.exec(range) ?? [];
  const [from = '', until = from] = day.split('..');
  const DAY = 86_400_000;
  const begin = (text: string): number => (text === '*' ? -Infinity : Date.parse(text));
  const end = (text: string): number => {
    if (text === '*') return Infinity;
    return Date.parse(text) + (/T/.test(text) ? 999 : DAY - 1);
  };
  if (comparison === '>=') return at >= begin(from);
  if (comparison === '>') return at > end(from);
  if (comparison === '<=') return at <= end(from);
  if (comparison === '<') return at < begin(from);
  return at >= begin(from) && at <= end(until);
}
