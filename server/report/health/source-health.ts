import type { SourceHealth, Troubled } from '../../contract/health.ts';
import type { Instant } from '../../model/instant.ts';
import type { RepositoryReading } from '../../model/repository.ts';
import type { Run } from '../../model/run.ts';
import { dateBeside, fullDateAndTime } from '../../words/date.ts';
import { list } from '../../words/list.ts';
import { count, number } from '../../words/number.ts';
import { PATIENCE } from '../warnings.ts';

const NAMES: Readonly<Record<string, string>> = {
  git: 'Clones on this machine',
  github: 'GitHub',
  demo: 'The demo organisation',
};
const MOST = 12;
const NAMED = 3;

/** What a source's repositories are judged by. */
type Judging = {
  zone: string;
  /** The instant that all data reach. */
  dataUntil: Instant | null;
  runs: readonly Run[];
  /** An import is at work. */
  running: boolean;
};

/** Each source with the repositories that came from it; in the order of how many. */
export function sourceHealth(readings: readonly RepositoryReading[], judging: Judging): SourceHealth[] {
  return [...Map.groupBy(readings, ({ source }) => source)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([source, own]) => ofSource(source, own, judging));
}

/** The state of every repository that is not well, of all sources. */
export function troubledStates(
  readings: readonly RepositoryReading[],
  judging: Judging,
): Troubled['state'][] {
  return readings.flatMap((one) => troubledOf(one, judging)?.state ?? []);
}

function ofSource(source: string, own: readonly RepositoryReading[], judging: Judging): SourceHealth {
  const reached = own.flatMap(({ coveredUntil }) => coveredUntil ?? []);
  const until =
    reached.length === 0
      ? 'nothing read to its end yet'
      : `data to ${fullDateAndTime(Math.max(...reached), judging.zone)}`;
  const troubled = own.flatMap((one) => troubledOf(one, judging) ?? []);
  const trouble = troubleInWords(troubled.map(({ state }) => state));
  const whole = own.length === 1 ? 'It is read to its end' : 'All are read to their end';
  return {
    source,
    name: NAMES[source] ?? source,
    repositories: own.length,
    sentence: `${count(own.length, 'repository', 'repositories')}, ${until}. ${trouble === '' ? whole : trouble}.`,
    troubled: troubled.slice(0, MOST),
    otherTroubled: Math.max(0, troubled.length - MOST),
    limits: limitsOf(own),
  };
}

/** "1 is behind and 2 can no longer be read"; empty where all is well. */
export function troubleInWords(states: readonly Troubled['state'][]): string {
  const many = (state: Troubled['state']) => states.filter((one) => one === state).length;
  const [behind, lost, unfinished] = [many('behind'), many('lost'), many('unfinished')];
  const areOrIs = (number: number) => (number === 1 ? 'is' : 'are');
  return list([
    ...(behind === 0 ? [] : [`${number(behind)} ${areOrIs(behind)} behind`]),
    ...(unfinished === 0 ? [] : [`${number(unfinished)} ${areOrIs(unfinished)} not read to the end yet`]),
    ...(lost === 0 ? [] : [`${number(lost)} can no longer be read`]),
  ]);
}

/** Null: all is well with it. */
function troubledOf(one: RepositoryReading, judging: Judging): Troubled | null {
  const { id, name, coveredUntil, lost } = one;
  const { dataUntil, zone, running } = judging;
  const reach =
    coveredUntil === null ? '' : `data to ${dateBeside(coveredUntil, dataUntil ?? coveredUntil, zone)}`;
  if (lost !== null) {
    const todo =
      'Give the token the right to read it again, or leave it out with the key exclude: in uptake.yaml.';
    return { id, name, state: 'lost', reach, reason: lost, todo };
  }
  if (coveredUntil === null) {
    const reason = said(one, judging.runs) ?? 'Its first reading has not come to its end yet.';
    const todo = running
      ? 'Wait for the import that is running.'
      : 'The next import carries on where it was.';
    return { id, name, state: 'unfinished', reach, reason, todo };
  }
  if (dataUntil === null || dataUntil - coveredUntil <= PATIENCE) return null;
  return { id, name, state: 'behind', reach, ...behindBecause(one, judging) };
}

function behindBecause(
  one: RepositoryReading,
  { runs, running }: Judging,
): Pick<Troubled, 'reason' | 'todo'> {
  if (one.source === 'git') {
    return {
      reason: 'The clone has not been fetched since, or not imported.',
      todo: 'Run git fetch in the clone, then import it again.',
    };
  }
  return {
    reason: said(one, runs) ?? 'No import has come to the end of it since.',
    todo: running
      ? 'Wait for the import that is running.'
      : 'Import again; a run that stopped carries on where it was.',
  };
}

/** What the last run of its source said of it, where it named it. */
function said({ name, source }: RepositoryReading, runs: readonly Run[]): string | null {
  const last = runs.find((run) => run.source === source && run.report !== null);
  return last?.report?.said.includes(name) ? last.report.said : null;
}

/** One line a limit, with the names of those it holds for. */
function limitsOf(own: readonly RepositoryReading[]): SourceHealth['limits'] {
  const limited = own.flatMap(({ name, limits }) => limits.map((limit) => ({ name, limit })));
  return [...Map.groupBy(limited, ({ limit }) => limit)].map(([limit, holders]) => {
    if (holders.length === own.length) return { limit, names: '' };
    const names = holders.slice(0, NAMED).map(({ name }) => name);
    const others = holders.length - names.length;
    return { limit, names: list(others === 0 ? names : [...names, count(others, 'other')]) };
  });
}
