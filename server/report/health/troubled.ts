import type { Troubled } from '../../contract/health.ts';
import type { Instant } from '../../model/instant.ts';
import type { Run } from '../../model/run.ts';
import { dateBeside } from '../../words/date.ts';
import { list } from '../../words/list.ts';
import { number } from '../../words/number.ts';
import { PATIENCE } from '../warnings.ts';
import { isProject, nameOf, type Reading, sourceOf } from './reading.ts';

/** What repositories and projects are judged by. */
export type Judging = {
  zone: string;
  /** The instant that all data reach. */
  dataUntil: Instant | null;
  runs: readonly Run[];
  /** An import is at work. */
  running: boolean;
};

/** The state of everything that is not well, of all sources. */
export function troubledStates(readings: readonly Reading[], judging: Judging): Troubled['state'][] {
  return readings.flatMap((one) => troubledOf(one, judging)?.state ?? []);
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
export function troubledOf(one: Reading, judging: Judging): Troubled | null {
  const { coveredUntil, lost } = one;
  const { dataUntil, running } = judging;
  const known = { id: one.id, name: nameOf(one), reach: reachOf(one, judging) };
  if (lost !== null) {
    const right = isProject(one)
      ? "Give the token's account the right to browse it again"
      : 'Give the token the right to read it again';
    const todo = `${right}, or leave it out with the key exclude: in uptake.yaml.`;
    return { ...known, state: 'lost', reason: lost, todo };
  }
  if (coveredUntil === null) {
    const reason = said(one, judging.runs) ?? 'Its first reading has not come to its end yet.';
    const todo = running
      ? 'Wait for the import that is running.'
      : 'The next import carries on where it was.';
    return { ...known, state: 'unfinished', reason, todo };
  }
  if (dataUntil === null || dataUntil - coveredUntil <= PATIENCE) return null;
  return { ...known, state: 'behind', ...behindBecause(one, judging) };
}

/** "data to 9 Nov"; empty: nothing of it is read to its end. */
export function reachOf({ coveredUntil }: Reading, { dataUntil, zone }: Judging): string {
  return coveredUntil === null ? '' : `data to ${dateBeside(coveredUntil, dataUntil ?? coveredUntil, zone)}`;
}

function behindBecause(one: Reading, { runs, running }: Judging): Pick<Troubled, 'reason' | 'todo'> {
  if (sourceOf(one) === 'git') {
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
function said(one: Reading, runs: readonly Run[]): string | null {
  const last = runs.find((run) => run.source === sourceOf(one) && run.report !== null);
  return last?.report?.said.includes(nameOf(one)) ? last.report.said : null;
}
