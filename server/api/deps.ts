import type { FastifyBaseLogger } from 'fastify';
import type { ImportStatus } from '../contract/status.ts';
import type { Instant } from '../model/instant.ts';
import type { Desk } from '../organisation/desk.ts';
import type { NoteDesk } from '../organisation/note-desk.ts';
import type { StatusStore } from '../report/flow/status-store.ts';
import type { Background } from '../report/health/background.ts';
import type { ItemStore } from '../report/items/item-store.ts';
import type { Live } from '../report/live.ts';
import type { SharedPageTables } from '../store/shared-pages.ts';
import type { Gate } from './access/access.ts';
import type { ImportListeners } from './import-listeners.ts';
import type { ReportDesk } from './report-desk.ts';
import type { SetupDesk } from './setup-desk.ts';

/** What keeping pages as they are now needs. */
export type Sharing = {
  pages: SharedPageTables;
  /** An id that nobody guesses. */
  newId: () => string;
  now: () => Instant;
};

/** What editing the organisation needs. */
export type Organising = {
  desk: Desk;
  noteDesk: NoteDesk;
  sharing: Sharing;
  /** Lets what an edit has marked be measured, in a process of its own. */
  measureSoon: () => void;
  /** Whole numbers of 32 bits that nobody foresees, for what is drawn by lot. */
  seed: () => number;
};

/** What the hall hands to the app. */
export type AppDeps = Gate & {
  live: Live;
  /** Titles, which are not held. */
  itemStore: ItemStore;
  /** How long issues were in their statuses, which is not held either. */
  statusStore: StatusStore;
  /** The generation of the facts as the store has them, which throws where it cannot be read. */
  storedGeneration: () => Promise<number>;
  version: string;
  /** When this process began: the same data may be told otherwise by another build of one version. */
  startedAt: Instant;
  /** The import that is running now. */
  running: () => ImportStatus | null;
  /** The sentence that the last import failed with. */
  failed: () => string | null;
  /** Those who are told at once how an import goes on. */
  importListeners: ImportListeners;
  /** What is known of runs and of repositories beside their facts. */
  background: () => Promise<Background>;
  /** Null: the organisation is neither shown nor edited here. */
  organising: Organising | null;
  /** Null: where data come from is not set up here. */
  setup: SetupDesk | null;
  /** Null: nothing is sent from here. */
  reports: ReportDesk | null;
  /** The folder of the built pages; null: only the API is served. */
  webRoot: string | null;
  log: FastifyBaseLogger;
};
