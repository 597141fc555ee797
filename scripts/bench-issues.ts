import { join } from 'node:path';
import { derive } from '../server/ingest/derive.ts';
import { openStore, type Store } from '../server/store/open.ts';
import { MIGRATIONS } from '../server/world.ts';
import { CHANGES } from '../tests/support/bench/synthetic-issues.ts';
import { writeIssues, writeLinkedWork, writeProjects } from '../tests/support/bench/written-issues.ts';
import { withFolder } from './bench-folder.ts';
import { atLeast, described, type Figure } from './figure.ts';

const HOLDER = 'bench';
const A_DAY = 86_400_000;

/** Issues and their changes through the store, and measured by the program's own derive; a fifth of them have a pull request. */
export function issueFigures(issues = 500_000): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const store = openStore({ file: join(folder, 'store.db'), migrations: MIGRATIONS });
    await store.takeLease({ holder: HOLDER, host: '', pid: process.pid }, 0, A_DAY, () => true);
    const size = `of ${issues.toLocaleString('en')} issues with ${(issues * CHANGES).toLocaleString('en')} changes`;
    const perSecond = async (work: () => Promise<unknown>) => {
      const began = performance.now();
      await work();
      return (issues * 1000) / (performance.now() - began);
    };
    await writeProjects(store, HOLDER, issues);
    await writeLinkedWork(store, HOLDER, issues);
    await measured(store);
    const figures = [
      described(`written ${size}`, await perSecond(() => writeIssues(store, HOLDER, issues)), '/s'),
      atLeast(`derived ${size}`, await perSecond(() => measured(store)), '/s', 50_000),
    ];
    await store.markEverything(HOLDER);
    const again = await perSecond(() => measured(store));
    store.close();
    return [...figures, described(`derived again ${size}, and their work`, again, '/s')];
  });
}

function measured(store: Store): Promise<unknown> {
  return derive(store, HOLDER, 'UTC', () => {});
}
