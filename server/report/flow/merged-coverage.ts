import { coverage } from '../../words/coverage.ts';
import type { LeftOutCounts } from './asked-rows.ts';

/** "41 of 52 merged pull requests; 6 by bots, 5 without known commits." `merged` are those that take part in measures. */
export function mergedCoverage(n: number, merged: number, leftOut: LeftOutCounts, without: string): string {
  const all = merged + leftOut.automation + leftOut['long-lived-branch'] + leftOut['back-port'];
  const missing = [
    { count: leftOut.automation, why: 'by bots' },
    { count: leftOut['long-lived-branch'], why: 'of long-lived branches' },
    { count: leftOut['back-port'], why: leftOut['back-port'] === 1 ? 'a back-port' : 'back-ports' },
    { count: merged - n, why: without },
  ];
  return `${coverage(n, all, 'merged pull request', missing)}.`;
}
