import type { FastifyBaseLogger } from 'fastify';
import type { ImportStatus } from '../contract/status.ts';
import type { Instant } from '../model/instant.ts';
import type { Desk } from '../organisation/desk.ts';
import type { Live } from '../report/live.ts';

/** What editing the organisation needs. */
export type Organising = {
  desk: Desk;
  /** Whoever sends it may edit from anywhere; null: none is set. */
  adminToken: string | null;
  /** Lets what an edit has marked be measured, in a process of its own. */
  measureSoon: () => void;
};

/** What the hall hands to the app. */
export type AppDeps = {
  live: Live;
  version: string;
  /** When this process began: the same data may be told otherwise by another build of one version. */
  startedAt: Instant;
  /** The import that is running now. */
  running: () => ImportStatus | null;
  /** The sentence that the last import failed with. */
  failed: () => string | null;
  /** Null: the organisation is neither shown nor edited here. */
  organising: Organising | null;
  /** The folder of the built pages; null: only the API is served. */
  webRoot: string | null;
  log: FastifyBaseLogger;
};
