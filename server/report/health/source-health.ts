import type { SourceHealth } from '../../contract/health.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import { fullDateAndTime } from '../../words/date.ts';
import { list } from '../../words/list.ts';
import { count } from '../../words/number.ts';
import { heldIssues, projectHealth } from './project-health.ts';
import { isProject, nameOf, placeOf, type Reading, sourceOf } from './reading.ts';
import { type Judging, troubledOf, troubleInWords } from './troubled.ts';

const NAMES: Readonly<Record<string, string>> = {
  git: 'Clones on this machine',
  github: 'GitHub',
  demo: 'The demo organisation',
  jira: 'Jira',
};
const MOST = 12;
const NAMED = 3;

/** Each source with what came from it, repositories before the projects of trackers; in the order of how many. */
export function sourceHealth(
  readings: readonly Reading[],
  issues: Snapshot,
  judging: Judging,
): SourceHealth[] {
  return [...Map.groupBy(readings, placeOf).values()]
    .toSorted(
      (one, other) => Number(areProjects(one)) - Number(areProjects(other)) || other.length - one.length,
    )
    .map((own) => ofSource(own, issues, judging));
}

function ofSource(own: readonly Reading[], issues: Snapshot, judging: Judging): SourceHealth {
  const reached = own.flatMap(({ coveredUntil }) => coveredUntil ?? []);
  const until =
    reached.length === 0
      ? 'nothing read to its end yet'
      : `data to ${fullDateAndTime(Math.max(...reached), judging.zone)}`;
  const troubled = own.flatMap((one) => troubledOf(one, judging) ?? []);
  const trouble = troubleInWords(troubled.map(({ state }) => state));
  const whole = own.length === 1 ? 'It is read to its end' : 'All are read to their end';
  const projects = own.filter(isProject);
  return {
    source: own.map(placeOf)[0] ?? '',
    name: sourceName(own),
    of: projects.length > 0 ? 'projects' : 'repositories',
    size: own.length,
    sentence: `${countOf(own)}, ${until}. ${trouble === '' ? whole : trouble}.`,
    issues: projects.length === 0 ? '' : heldIssues(projects, issues),
    projects: projects.length === 0 ? [] : projectHealth(projects, issues, judging),
    troubled: troubled.slice(0, MOST),
    otherTroubled: Math.max(0, troubled.length - MOST),
    limits: limitsOf(own),
  };
}

function areProjects([first]: readonly Reading[]): boolean {
  return first !== undefined && isProject(first);
}

/** "GitHub", "Jira, acme.atlassian.net", "The demo organisation: issues". */
function sourceName([first]: readonly Reading[]): string {
  if (first === undefined) return '';
  const source = sourceOf(first);
  const name = NAMES[source] ?? source;
  if (!isProject(first)) return name;
  return source === 'demo' ? `${name}: issues` : `${name}, ${first.trackerId.slice(source.length + 1)}`;
}

/** "40 repositories and 3 projects". */
export function countOf(all: readonly Reading[]): string {
  const projects = all.filter(isProject).length;
  const repositories = all.length - projects;
  return list([
    ...(repositories > 0 || projects === 0 ? [count(repositories, 'repository', 'repositories')] : []),
    ...(projects > 0 ? [count(projects, 'project')] : []),
  ]);
}

/** One line a limit, with the names of those it holds for. */
function limitsOf(own: readonly Reading[]): SourceHealth['limits'] {
  const limited = own.flatMap((one) => one.limits.map((limit) => ({ name: nameOf(one), limit })));
  return [...Map.groupBy(limited, ({ limit }) => limit)].map(([limit, holders]) => {
    if (holders.length === own.length) return { limit, names: '' };
    const names = holders.slice(0, NAMED).map(({ name }) => name);
    const others = holders.length - names.length;
    return { limit, names: list(others === 0 ? names : [...names, count(others, 'other')]) };
  });
}
