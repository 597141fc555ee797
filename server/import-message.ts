import type { Summary } from './ingest/summary.ts';
import type { Progress } from './model/rows.ts';

/** What an importing process tells the server that started it: while it works, and once at its end. */
export type ImportMessage =
  | { progress: Progress & { asked: string } }
  | { summary: Summary }
  | { failed: string };

/** Does nothing in a process that no server started. */
export function tellServer(message: ImportMessage): void {
  if (process.connected) process.send?.(message);
}
