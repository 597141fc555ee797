import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';

export const RepositoryStatus = Type.Object({
  id: Type.String(),
  name: Type.String(),
  source: Type.String(),
  coveredUntil: Type.String(),
  pullRequests: Type.Integer(),
  limits: Type.Array(Type.String()),
});

/** A project of a tracker; `name` is its key. */
export const ProjectStatus = Type.Object({
  id: Type.String(),
  name: Type.String(),
  source: Type.String(),
  coveredUntil: Type.String(),
  issues: Type.Integer(),
  limits: Type.Array(Type.String()),
});

export const ImportStatus = Type.Object({
  source: Type.String(),
  startedAt: Type.String(),
  what: Type.String(),
  done: Type.Integer(),
  total: Type.Union([Type.Integer(), Type.Null()]),
  /** How many repositories there are to be read, once that is known. */
  repositories: Type.Optional(Type.Integer()),
  /** Rows that the source has handed over so far. */
  rows: Type.Optional(Type.Integer()),
  /** An outside system asks to wait until then. */
  waitsUntil: Type.Optional(Type.String()),
  /** How long this step will take yet, by how fast it has gone. */
  secondsLeft: Type.Optional(Type.Integer()),
  /** Another process imports, such as a nightly job: how far it is cannot be told here. */
  elsewhere: Type.Optional(Type.Boolean()),
  /** What is to be said of it beside how far it is: "about 5 minutes left for this step". */
  remarks: Type.Optional(Type.Array(Type.String())),
});
export type ImportStatus = Static<typeof ImportStatus>;

export const Status = Type.Object({
  version: Type.String(),
  /** "Data to Sat 21 Nov, 03:12. 2 repositories behind."; always visible on every page. */
  dataLine: Type.String(),
  repositories: Type.Array(RepositoryStatus),
  projects: Type.Array(ProjectStatus),
  /** The import that is running now, told by its child process. */
  running: Type.Union([ImportStatus, Type.Null()]),
  /** The sentence that the last import failed with; null when it went well. */
  failed: Type.Union([Type.String(), Type.Null()]),
});
export type Status = Static<typeof Status>;

export const StatusAnswer = answerOf(Type.Object({}), Status);
export type StatusAnswer = Static<typeof StatusAnswer>;

/** What the stream of events tells whenever something has changed; the first one at once. */
export const ImportEvent = Type.Object({
  running: Type.Union([ImportStatus, Type.Null()]),
  /** Answers of another generation are out of date. */
  generation: Type.Integer(),
});
export type ImportEvent = Static<typeof ImportEvent>;
