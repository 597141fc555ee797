/** One breach of a rule of the house; `line` counts from 1 and is null when the file as a whole is meant. */
export type Finding = { file: string; line: number | null; reason: string };

/** `server/report/series.ts:12: report may not import api` */
export function describeFinding({ file, line, reason }: Finding): string {
  return line === null ? `${file}: ${reason}` : `${file}:${line}: ${reason}`;
}
