import { join } from 'node:path';
import { weekTable } from '../../../server/model/week.ts';
import type { Store } from '../../../server/store/open.ts';
import { someIssueQuestions } from './asked-issues.ts';
import { secondsOfBareFacts } from './bare-facts.ts';
import { writing } from './filled-folder.ts';
import { startServed, type Took } from './served.ts';
import { type Kind, slowestKinds } from './slowest-kinds.ts';
import { writeIssues, writeLinkedWork, writeProjects, writeTeams } from './written-issues.ts';

const QUESTIONS = 200;
/** As many facts as measuring writes in one transaction. */
const TOGETHER = 20_000;

/** Seconds, and what questions took. */
export type MeasuredIssues = {
  written: number;
  derived: number;
  /** To put the same facts into such tables and nothing else. */
  bare: number;
  /** All of it anew, with the work. */
  again: number;
  startedIn: number;
  took: Took;
  slowest: Kind[];
};

/** Fills a data folder with issues, lets `measure` turn them into facts, and asks the real server about them. */
export async function measureIssues(
  data: string,
  issues: number,
  measure: (store: Store, holder: string) => Promise<unknown>,
): Promise<MeasuredIssues> {
  const filled = await writing(data, async (store, holder) => {
    await writeTeams(store, issues);
    await writeProjects(store, holder, issues);
    await writeLinkedWork(store, holder, issues);
    await measure(store, holder);
    const written = await seconds(() => writeIssues(store, holder, issues));
    const derived = await seconds(() => measure(store, holder));
    const bare = secondsOfBareFacts(join(data, 'uptake.db'), data, TOGETHER);
    await store.markEverything(holder);
    const again = await seconds(() => measure(store, holder));
    await store.keepSnapshot(holder, weekTable('UTC'));
    return { written, derived, bare, again };
  });
  const served = await startServed(data);
  const questions = someIssueQuestions(QUESTIONS, 1, await served.offered());
  const took = await served.ask(questions);
  await served.end();
  const slowest = slowestKinds(questions, took.inside, 5);
  return { ...filled, took, slowest, startedIn: served.startedIn };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
