import type { Instant } from '../../model/instant.ts';

/** What is kept of a page that was shared: its calls with their answers as text, by path; files with the name they are saved under. */
export type Kept = {
  answers: readonly { path: string; body: string }[];
  files: readonly { path: string; disposition: string; text: string }[];
};

/** An answer without the import that runs just now: it passes, and whoever opens the page later must not wait for its end. */
export function withoutImport(body: string): string {
  const answer = JSON.parse(body);
  if (answer.data?.running === undefined) return body;
  return JSON.stringify({ ...answer, data: { ...answer.data, running: null } });
}

/** The generation that all answers are of, and how far the data of the freshest reached. */
export function reachOf({ answers }: Kept): { generation: number; dataUntil: Instant | null } {
  const told: { generation: number; dataUntil: string | null }[] = answers.map(({ body }) =>
    JSON.parse(body),
  );
  const instants = told.flatMap(({ dataUntil }) => (dataUntil === null ? [] : [Date.parse(dataUntil)]));
  return {
    generation: told[0]?.generation ?? 0,
    dataUntil: instants.length === 0 ? null : Math.max(...instants),
  };
}
