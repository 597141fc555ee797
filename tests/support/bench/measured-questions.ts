import { routes } from '../../../server/contract/routes.ts';
import { ownWindows, partedQuestions, someQuestions, WINDOWS } from './asked-questions.ts';
import { startBusyCore } from './busy-core.ts';
import { startBusyWriter } from './busy-writer.ts';
import { fillFolder, secondsUntilShown } from './filled-folder.ts';
import { medianBySql, SAME_MEDIAN } from './median-by-sql.ts';
import { startServed } from './served.ts';
import { slowestKinds } from './slowest-kinds.ts';
import { sizeOf } from './synthetic-facts.ts';

const MANY = 200;

/** Fills a data folder and asks the real server over it: alone, for what SQL is asked beside it, and while another process writes. */
export async function measureQuestions(data: string, facts: number) {
  const size = sizeOf(facts);
  const empty = await fillFolder(data, size);
  const afterWriting = await startServed(data);
  await afterWriting.end();
  const served = await startServed(data);
  const { startedIn } = served;
  // Which groups may be asked for is found once for each window and state of the data.
  const choosing = await served.ask(WINDOWS.map((window) => `${routes.teams}?window=${window}`));
  const offered = await served.offered();
  const questions = someQuestions(MANY, 1, offered);
  const idle = await served.ask(questions);
  const slowest = slowestKinds(questions, idle.inside, 5);
  const megabytes = served.megabytes() - empty;
  const unseen = await served.ask(ownWindows(20));
  const parted = await served.ask(partedQuestions(20));
  const core = startBusyCore();
  const beside = await served.ask(someQuestions(MANY, 3, offered));
  await core.end();
  const same = await served.ask(Array.from({ length: 5 }, () => SAME_MEDIAN));
  const bySql = medianBySql(data);
  const shownAfter = await secondsUntilShown(data, size, 0.01, served);
  const writer = await startBusyWriter(data, facts);
  const busy = await served.ask(someQuestions(MANY, 2, offered));
  await Promise.all([writer.end(), served.end()]);
  return {
    startedAfterWriting: afterWriting.startedIn,
    startedIn,
    choosing,
    unseen,
    parted,
    idle,
    slowest,
    beside,
    busy,
    megabytes,
    same,
    bySql,
    shownAfter,
  };
}
