import type { AskedHealth, Night } from '../../contract/health.ts';
import { HOUR, type Instant, SECOND } from '../../model/instant.ts';
import { BACKFILL, type Run } from '../../model/run.ts';
import { fullDateAndTime } from '../../words/date.ts';
import { duration } from '../../words/duration.ts';
import { list } from '../../words/list.ts';
import { count } from '../../words/number.ts';
import { byAsked } from './background.ts';
import { nightsInWords, nightsOf } from './nights.ts';

const MOST_ASKED = 8;

/** Every thing that is asked for night after night: its nights and its last run. `at`: the wall clock. */
export function askedHealth(
  runs: readonly Run[],
  at: { now: Instant; zone: string; running: boolean },
): { asked: AskedHealth[]; otherAsked: number } {
  const all = byAsked(runs, at.now);
  return {
    asked: all.slice(0, MOST_ASKED).map(([asked, own]) => {
      const running = at.running && own[0] === runs[0] && own[0]?.outcome === null;
      const nights = nightsOf(own, at.now, at.zone, running);
      return { asked, name: nameOf(asked), ...lastRun(own, nights, running, at.zone) };
    }),
    otherAsked: Math.max(0, all.length - MOST_ASKED),
  };
}

/** "GitHub: acme", "The clone in /srv/shop". */
export function nameOf(asked: string): string {
  const [source = '', ...rest] = asked.split(' ');
  const what = rest.join(' ');
  if (source === BACKFILL) return `Older history of ${nameOf(what)}`;
  if (source === 'github') return `GitHub: ${what}`;
  if (source === 'jira') return what === '' ? 'Jira' : `Jira: ${what}`;
  if (source === 'git') return `The clone in ${what}`;
  return source === 'demo' ? `The demo organisation (${what})` : asked;
}

function lastRun(
  runs: readonly Run[],
  nights: Night[],
  running: boolean,
  zone: string,
): Omit<AskedHealth, 'asked' | 'name'> {
  const [last, before] = runs;
  // Of a run that is at work nothing is known yet.
  const report = (running ? before : last)?.report ?? null;
  return {
    summary: nightsInWords(nights),
    nights,
    last: last === undefined ? '' : lastInWords(last, running, zone),
    cost: costOf(report?.usage ?? null),
    unseen: [...(report?.unseen ?? [])],
  };
}

function lastInWords(
  { source, startedAt, endedAt, outcome, report }: Run,
  running: boolean,
  zone: string,
): string {
  const began = `The last run began ${fullDateAndTime(startedAt, zone)}`;
  if (running) return `${began} and is at work now.`;
  const after = endedAt === null ? '' : ` after ${short(Math.max(0, endedAt - startedAt))}`;
  const rows = rowsOf(report?.read ?? {});
  if (outcome === 'done') return `${began} and came to its end${after}${rows === '' ? '' : `: ${rows}`}.`;
  if (outcome === null && source === BACKFILL) return `${began}; it is at work, or was stopped.`;
  if (outcome === null) return `${began} and broke off: the program or the machine was stopped.`;
  const how = outcome === 'failed' ? 'failed' : 'stopped before its end';
  return `${began} and ${how}${after}. ${report?.said ?? ''}`.trim();
}

/** "40 seconds", "12 minutes". */
function short(ms: number): string {
  if (ms < SECOND) return 'under a second';
  return ms < 90 * SECOND ? count(Math.round(ms / SECOND), 'second') : duration(ms / HOUR);
}

const NOUNS: Readonly<Record<string, string>> = {
  commits: 'commit',
  pullRequests: 'pull request',
  deployments: 'deployment',
  issues: 'issue',
};

function rowsOf(read: Readonly<Record<string, number>>): string {
  const known = Object.entries(read).flatMap(([name, many]) => {
    const noun = NOUNS[name];
    return noun === undefined || many === 0 ? [] : [count(many, noun)];
  });
  return known.length === 0 ? '' : `it read ${list(known)}`;
}

/** "312 requests, 1,204 points; waited 4 minutes for GitHub's hourly limit." Empty where nobody was asked. */
function costOf(usage: NonNullable<Run['report']>['usage']): string {
  if (usage === null) return '';
  const { requests, points, waits } = usage;
  const spent = [count(requests, 'request'), ...(points === null ? [] : [count(points, 'point')])];
  const waited = waits.map(({ why, seconds }) => `${short(seconds * SECOND)} ${why}`);
  return `${spent.join(', ')}${waited.length === 0 ? '' : `; waited ${list(waited)}`}.`;
}
