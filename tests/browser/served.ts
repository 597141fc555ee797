import { join } from 'node:path';
import { writeDemo } from '../support/demo-held.ts';
import { fillStore, onForge } from '../support/filled-store.ts';
import { spawnUptake } from '../support/program.ts';
import { lentFolder } from '../support/temporary-folder.ts';
import { yearOfWork } from '../support/year-of-work.ts';

/** Every page that there is; each must show figures and keep the figure contract. */
export const pagesWithFigures = ['/flow'] as const;

export type Served = { readonly address: string; close(): Promise<void> };

/** Of the organisation's repositories, each has its deployments set up in another way, or not at all. */
const organisation = [
  onForge('shop', 'deployments:production'),
  onForge('till', 'releases'),
  onForge('site', null),
];

/**
 * The one place from which the browser tests take the program: the real one, on two real clones that it has ingested and on an
 * organisation's year as a forge tells it.
 */
export async function served(): Promise<Served> {
  const { folder, remove } = lentFolder();
  const data = join(folder, 'data');
  const archive = yearOfWork(folder, 'archive', 3, 62);
  await spawnUptake(['ingest', 'git', archive.path, '--data', data]).ended;
  await fillStore(data, organisation, 64);
  const shop = yearOfWork(folder, 'shop', 4, 64);
  return serving(data, remove, ['--repo', shop.path], /Import done/);
}

/** The same on a small demo organisation, which has a tracker, deployments and marks of AI tools. */
export async function servedDemo(): Promise<Served> {
  const { folder, remove } = lentFolder();
  const data = join(folder, 'data');
  (await writeDemo(data, { scenario: 'real-gain', size: 0.3 })).close();
  return serving(data, remove);
}

/** The real program on a database that there is. @param ready what it says last before it may be asked */
export async function serving(
  data: string,
  remove: () => void,
  more: readonly string[] = [],
  ready: RegExp | null = null,
): Promise<Served> {
  const server = spawnUptake(['serve', '--port', '0', '--data', data, ...more]);
  const [, address = ''] = await server.said(/Uptake answers on (http:\S+)/);
  if (ready !== null) await server.said(ready);
  return {
    address,
    async close() {
      server.child.kill('SIGTERM');
      await server.ended;
      remove();
    },
  };
}
