import { ConfigError } from '../model/errors.ts';

type Told = { code: string; message: (file: string) => string };

const unusable: Told = {
  code: 'unusable-folder',
  message: (file) =>
    `${file} cannot be opened for writing. Choose another folder with --data DIR, or grant access to this one.`,
};
const broken: Told = {
  code: 'broken-database',
  message: (file) =>
    `${file} is not a readable SQLite database. Put back a backup, or move the file away to start anew.`,
};

/** What SQLite says, by its code, as far as somebody at this machine can mend it. */
const FAILURES: Readonly<Record<string, Told>> = {
  SQLITE_NOTADB: broken,
  SQLITE_CORRUPT: broken,
  SQLITE_BUSY: {
    code: 'busy-database',
    message: (file) => `${file} is locked by another process. Try again when that has finished.`,
  },
  SQLITE_FULL: {
    code: 'disk-full',
    message: (file) =>
      `The disk of ${file} is full. Make room and run again: what was written before is whole.`,
  },
  SQLITE_CANTOPEN: unusable,
  SQLITE_READONLY: unusable,
};

/** The disk itself refuses: it has gone, or a file may not grow any further. */
function failing(code: string): Told {
  return {
    code: 'failing-disk',
    message: (file) =>
      `${file} cannot be read or written any more (${code}). Check the disk and how large files may grow, and run again: what was written before is whole.`,
  };
}

/** What making the data folder fails with. */
const FOLDER_FAILURES = ['EACCES', 'EROFS', 'ENOTDIR', 'EEXIST'];

/** The error as a ConfigError with a sentence; itself when it is none of the known ones. */
export function databaseFailure(error: unknown, file: string): unknown {
  const code = codeOf(error);
  const told = FAILURES[code] ?? (code.startsWith('SQLITE_IOERR') ? failing(code) : undefined);
  return told === undefined ? error : new ConfigError(told.code, told.message(file), { cause: error });
}

/** The same for the folder that the database is to stand in. */
export function folderFailure(error: unknown, file: string): unknown {
  if (!FOLDER_FAILURES.includes(codeOf(error))) return error;
  return new ConfigError(unusable.code, unusable.message(file), { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
