import { existsSync, renameSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { ConfigError } from '../model/errors.ts';

export type Backup = {
  /**
   * Copies the database while it is in use; `file` appears only when the copy is whole.
   * @throws ConfigError when `file` exists already or cannot be written
   */
  backup(file: string, progress: (done: number, total: number) => void): Promise<void>;
};

export function backupOf(db: Database.Database): Backup {
  return {
    async backup(file, progress) {
      if (existsSync(file)) {
        throw new ConfigError(
          'backup-exists',
          `${file} exists already. Name a file that does not exist yet.`,
        );
      }
      const unfinished = `${file}.unfinished`;
      rmSync(unfinished, { force: true });
      try {
        await db.backup(unfinished, {
          progress: ({ totalPages, remainingPages }) => {
            progress(totalPages - remainingPages, totalPages);
            return 1000;
          },
        });
        renameSync(unfinished, file);
      } catch (error) {
        rmSync(unfinished, { force: true });
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
        throw new ConfigError(
          'backup-failed',
          `The backup to ${file} failed (${code}). Nothing was written there.`,
          {
            cause: error,
          },
        );
      }
    },
  };
}
