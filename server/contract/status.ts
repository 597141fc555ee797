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

export const ImportStatus = Type.Object({
  source: Type.String(),
  startedAt: Type.String(),
  what: Type.String(),
  done: Type.Integer(),
  total: Type.Union([Type.Integer(), Type.Null()]),
});
export type ImportStatus = Static<typeof ImportStatus>;

export const Status = Type.Object({
  version: Type.String(),
  /** "Data to Sat 21 Nov, 03:12. 2 repositories behind."; always visible on every page. */
  dataLine: Type.String(),
  repositories: Type.Array(RepositoryStatus),
  /** The import that is running now, told by its child process. */
  running: Type.Union([ImportStatus, Type.Null()]),
  /** The sentence that the last import failed with; null when it went well. */
  failed: Type.Union([Type.String(), Type.Null()]),
});
export type Status = Static<typeof Status>;

export const StatusAnswer = answerOf(Type.Object({}), Status);
export type StatusAnswer = Static<typeof StatusAnswer>;
