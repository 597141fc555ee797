import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillStore, onForge } from '../filled-store.ts';
import { spawnUptake } from '../program.ts';
import { lentFolder } from '../temporary-folder.ts';

/** The real program in one of the states in which somebody may open it. */
export type WalkServer = { readonly address: string; close(): Promise<void> };

/** The full demo organisation. */
export function fullDemo(): Promise<WalkServer> {
  return serve(() => ['--demo'], /Import done/);
}

/** A database without a repository, and no demo. */
export function emptyDatabase(): Promise<WalkServer> {
  return serve(() => ['--no-demo'], /Uptake answers/);
}

/** Good data of before; the last import failed, for its clone is gone. */
export function failedImport(): Promise<WalkServer> {
  return serve(async (data) => {
    await fillStore(data, [onForge('shop', 'releases'), onForge('till', null)], 30);
    return ['--repo', join(data, 'gone')];
  }, /Import failed/);
}

/** The file of the database is overwritten under the running server, as by a disk that dies. */
export async function databaseAway(): Promise<WalkServer> {
  let file = '';
  const server = await serve(async (data) => {
    await fillStore(data, [onForge('shop', 'releases'), onForge('till', null)], 30);
    file = join(data, 'uptake.db');
    return [];
  }, /Uptake answers/);
  truncateSync(file, 0);
  truncateSync(`${file}-wal`, 0);
  writeFileSync(file, 'This was a database.\n'.repeat(500));
  return server;
}

async function serve(
  prepare: (data: string) => string[] | Promise<string[]>,
  ready: RegExp,
): Promise<WalkServer> {
  const { folder, remove } = lentFolder();
  const data = join(folder, 'data');
  const more = await prepare(data);
  const server = spawnUptake(['serve', '--port', '0', '--data', data, ...more]);
  const [, address = ''] = await server.said(/Uptake answers on (http:\S+)/);
  await server.said(ready);
  return {
    address,
    async close() {
      server.child.kill('SIGTERM');
      await server.ended;
      remove();
    },
  };
}
