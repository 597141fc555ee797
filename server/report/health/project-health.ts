import type { ProjectHealth } from '../../contract/health.ts';
import { ISSUE_LEFT_OUT } from '../../facts/columns/column.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import type { IssueLeftOut } from '../../facts/issue-fact.ts';
import type { ProjectReading } from '../../model/issue.ts';
import { list } from '../../words/list.ts';
import { count, number } from '../../words/number.ts';
import { type Judging, reachOf } from './troubled.ts';

type Sizes = Record<IssueLeftOut | 'counted', number>;

/** "1,240 issues, of which 1,100 take part in measures; 90 sub-tasks, 40 epics and 10 deleted ones are counted beside them." */
export function heldIssues(projects: readonly ProjectReading[], issues: Snapshot): string {
  const all = sizesByProject(issues);
  const of = (kind: keyof Sizes) => projects.reduce((sum, { id }) => sum + (all.get(id)?.[kind] ?? 0), 0);
  const [counted, subTasks, epics, deleted] = [of('counted'), of('sub-task'), of('epic'), of('deleted')];
  const beside = [
    ...(subTasks === 0 ? [] : [count(subTasks, 'sub-task')]),
    ...(epics === 0 ? [] : [count(epics, 'epic')]),
    ...(deleted === 0 ? [] : [`${number(deleted)} deleted`]),
  ];
  const total = count(counted + subTasks + epics + deleted, 'issue');
  if (beside.length === 0) return `${total}.`;
  return `${total}. ${number(counted)} take part in measures; beside them are ${list(beside)}.`;
}

/** Each project with how far it is read and how many issues it holds, by key. */
export function projectHealth(
  projects: readonly ProjectReading[],
  issues: Snapshot,
  judging: Judging,
): ProjectHealth[] {
  const all = sizesByProject(issues);
  return projects.map((project) => {
    const sizes = all.get(project.id) ?? noSizes();
    const [epics, subTasks] = [sizes.epic, sizes['sub-task']];
    const total = sizes.counted + epics + subTasks + sizes.deleted;
    const { id, key, name } = project;
    return {
      id,
      key,
      name,
      reach: reachOf(project, judging),
      issues: total,
      epics,
      subTasks,
      deleted: sizes.deleted,
    };
  });
}

function noSizes(): Sizes {
  return { counted: 0, epic: 0, 'sub-task': 0, deleted: 0 };
}

function sizesByProject({ chunks, repositories }: Snapshot): ReadonlyMap<string, Sizes> {
  const kinds = ISSUE_LEFT_OUT.length;
  const counts = new Int32Array(repositories.values.length * kinds);
  for (const { size, repository, leftOut } of chunks) {
    for (let row = 0; row < size; row += 1) {
      const at = (repository[row] ?? 0) * kinds + (leftOut[row] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return new Map(
    repositories.values.map((id, place) => {
      const sizes = noSizes();
      for (const [code, why] of ISSUE_LEFT_OUT.entries())
        sizes[why ?? 'counted'] = counts[place * kinds + code] ?? 0;
      return [id, sizes];
    }),
  );
}
