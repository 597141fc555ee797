import type { Report } from './ingest/ingest.ts';

type Output = { isTTY?: boolean; columns?: number; write(text: string): unknown };

const PLAIN_EVERY_MS = 5000;

/**
 * Shows progress for people: one line that rewrites itself on a terminal, elsewhere a plain line for each new step and
 * every five seconds.
 */
export function progressLine(output: Output, clock: () => number): { report: Report; end(): void } {
  let step = '';
  let shownAt = Number.NEGATIVE_INFINITY;
  let drawn = false;
  return {
    report(asked, { what, done, total }) {
      const isNew = step !== `${asked}/${what}`;
      const now = clock();
      if (!isNew && now - shownAt < (output.isTTY ? 100 : PLAIN_EVERY_MS)) return;
      step = `${asked}/${what}`;
      shownAt = now;
      const of = total === null ? '' : ` of ${total.toLocaleString('en')}`;
      const text = `${asked}: ${what}, ${done.toLocaleString('en')}${of}`;
      drawn = output.isTTY === true;
      output.write(drawn ? `\r\u001b[K${text.slice(0, (output.columns ?? 80) - 1)}` : `${text}\n`);
    },
    end() {
      if (drawn) output.write('\r\u001b[K');
      drawn = false;
    },
  };
}
