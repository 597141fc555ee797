import type { Summary } from './ingest/summary.ts';
import { list } from './words/list.ts';
import { count, number } from './words/number.ts';

/** What an ingest did, for people: a line for each thing worth knowing. */
export function inWords({
  repositories,
  projects,
  read,
  written,
  usage,
  leftOut,
  stopped,
  failed,
  seconds,
}: Summary): string {
  const items = Object.entries(leftOut.items).map(([why, n]) => `${number(n)} as ${why}`);
  // Where nothing is read but issues, or the use of tools, commits are not worth a word.
  const rows = (of: Summary['read']) => [
    ...(read.commits + read.pullRequests > 0 || repositories.length > 0
      ? [count(of.commits, 'commit'), count(of.pullRequests, 'pull request')]
      : []),
    ...(read.deployments > 0 ? [count(of.deployments, 'deployment')] : []),
    ...(read.issues > 0 || projects.length > 0 ? [count(of.issues, 'issue')] : []),
    ...(read.toolDays > 0 ? [count(of.toolDays, 'day of use', 'days of use')] : []),
  ];
  const told = rows(read).length > 0 ? list(rows(read)) : 'nothing';
  return [
    `Read ${told} in ${seconds.toFixed(1)} s.`,
    `New or changed: ${[...rows(written), count(written.facts, 'fact')].join(', ')}; removed: ${number(written.removed)}.`,
    ...usage.map(usageLine),
    ...(items.length > 0 ? [`Left out of the measures: ${items.join(', ')}.`] : []),
    ...leftOut.unseen,
    ...stopped.map((one) => one.message),
    ...failed.map((one) => `Failed: ${one.message}`),
    '',
  ].join('\n');
}

function usageLine({ asked, requests, points, waits }: Summary['usage'][number]): string {
  const cost = points === null ? '' : `, ${count(points, 'point')}`;
  const waited = waits.map(({ why, seconds }) => `${number(Math.round(seconds))} s for ${why}`);
  const after = waited.length === 0 ? '' : `; waited ${waited.join(', ')}`;
  return `${asked}: ${count(requests, 'request')}${cost}${after}.`;
}
