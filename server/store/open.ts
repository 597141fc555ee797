import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type AttributionTables, attributionTables } from './attributions.ts';
import { type Backup, backupOf } from './backup.ts';
import { databaseFailure, folderFailure } from './database-failure.ts';
import { type DeploymentFactTables, deploymentFactTables } from './deployment-facts.ts';
import { type DigestTables, digestOf } from './digest.ts';
import { type FactTables, factTables } from './facts.ts';
import { type IssueFactTables, issueFactTables } from './issue-facts.ts';
import { type IssueItemTables, issueItemTables } from './issue-items.ts';
import { type IssueTables, issueTables } from './issue-rows.ts';
import { type IssueTextTables, issueTextTables } from './issue-texts.ts';
import { type ItemTables, itemTables } from './item-rows.ts';
import { type ColumnTables, columnTables } from './kept-columns.ts';
import { type LeaseTable, leaseTable } from './lease.ts';
import { migrate } from './migrate.ts';
import { type NoteTables, noteTables } from './notes.ts';
import { type OrganisationTables, organisationTables } from './organisation.ts';
import { type RepositoryReadings, repositoryReadings } from './repository-readings.ts';
import { type RowTables, rowTables } from './rows.ts';
import { type RunTable, runTable } from './runs.ts';
import { type SharedPageTables, sharedPageTables } from './shared-pages.ts';
import { type StatusTimeTables, statusTimeTables } from './status-times.ts';
import { preparesSteadily } from './steady.ts';
import { type StoredTables, storedTables } from './stored.ts';
import { type TitleTables, titleTables } from './title-search.ts';
import { type ToldTable, toldTable } from './told.ts';
import { type ToolUseTables, toolUseTables } from './tool-use.ts';
import { type UsageReadings, usageReadings } from './usage-readings.ts';
import { type UsageTables, usageTables } from './usage-rows.ts';

/**
 * The database behind a face of promises: a second engine may stand behind it one day. Each method is one whole
 * transaction; none takes or returns one.
 */
export type Store = RowTables &
  StoredTables &
  FactTables &
  AttributionTables &
  IssueTables &
  IssueFactTables &
  IssueItemTables &
  StatusTimeTables &
  IssueTextTables &
  DeploymentFactTables &
  ColumnTables &
  ItemTables &
  TitleTables &
  OrganisationTables &
  NoteTables &
  SharedPageTables &
  UsageTables &
  UsageReadings &
  ToolUseTables &
  LeaseTable &
  RunTable &
  ToldTable &
  RepositoryReadings &
  DigestTables &
  Backup & {
    file: string;
    /** Copies what is committed into the file, as far as nobody reads the log: whoever reads much looks there for every page. */
    copyLog(): Promise<void>;
    close(): void;
  };

/**
 * Opens `file`, creating and migrating it where needed.
 * @param busyFor milliseconds to wait for another process's write
 * @throws ConfigError when the file cannot be opened, is no database, or is newer than this program
 */
export function openStore(options: { file: string; migrations: string; busyFor?: number }): Store {
  const { file } = options;
  const db = openFile(file);
  try {
    db.pragma(`busy_timeout = ${options.busyFor ?? 10_000}`);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('cache_size = -65536');
    // Pages that an import writes over and over are copied into the file once in 32 MB instead of once in 4.
    db.pragma('wal_autocheckpoint = 8000');
    migrate(db, options.migrations, file);
  } catch (error) {
    db.close();
    throw databaseFailure(error, file);
  }
  const facts = factTables(db);
  const issues = issueItemTables(db);
  return {
    file,
    ...rowTables(db),
    ...storedTables(db),
    ...facts,
    ...attributionTables(db),
    ...issueTables(db),
    ...issueFactTables(db),
    ...deploymentFactTables(db),
    ...issues,
    ...statusTimeTables(db),
    ...issueTextTables(db),
    ...columnTables(db, { ...facts, ...issues }),
    ...itemTables(db),
    ...titleTables(db),
    ...organisationTables(db),
    ...noteTables(db),
    ...sharedPageTables(db),
    ...usageTables(db),
    ...usageReadings(db),
    ...toolUseTables(db),
    ...leaseTable(db),
    ...runTable(db),
    ...toldTable(db),
    ...repositoryReadings(db),
    ...digestOf(db),
    ...backupOf(db),
    async copyLog() {
      db.pragma('wal_checkpoint(PASSIVE)');
    },
    close: () => db.close(),
  };
}

function openFile(file: string): Database.Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return preparesSteadily(new Database(file));
  } catch (error) {
    throw folderFailure(databaseFailure(error, file), file);
  }
}
