import { join } from 'node:path';
import Database from 'better-sqlite3';

/** One median asked of the server, and of the store's own table by SQL: the time to merge, by week of opening, all weeks. */
export const SAME_MEDIAN = '/api/series/time-to-merge?window=all&by=opening&stat=p50';

const WEEKLY_MEDIAN = `
  WITH merged AS (
    SELECT (opened_at + 259200000) / 604800000 AS week, merged_at - opened_at AS took FROM pull_request_fact
    WHERE merged_at >= opened_at AND left_out IS NULL
  ), ranked AS (
    SELECT week, took, row_number() OVER (PARTITION BY week ORDER BY took) AS rank, count(*) OVER (PARTITION BY week) AS n
    FROM merged
  )
  SELECT week, avg(took) AS median FROM ranked WHERE rank IN ((n + 1) / 2, (n + 2) / 2) GROUP BY week`;

/** Milliseconds that it takes. */
export function medianBySql(data: string): number {
  const db = new Database(join(data, 'uptake.db'), { readonly: true });
  const began = performance.now();
  const weeks = db.prepare(WEEKLY_MEDIAN).all();
  const took = performance.now() - began;
  db.close();
  if (weeks.length < 100) throw new Error(`only ${weeks.length} weeks`);
  return took;
}
