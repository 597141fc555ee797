import { IssueMeasure, type IssueWhyAnswer } from '../../contract/issue-items.ts';
import type { WhyView } from '../../contract/items.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import type { Metric } from '../../metrics/definition.ts';
import { QuestionError } from '../../model/errors.ts';
import { HOUR, MINUTE } from '../../model/instant.ts';
import { type Week, weekLabel } from '../../model/week.ts';
import { calendarDate } from '../../words/date.ts';
import { inSentence } from '../../words/in-sentence.ts';
import { dataEndOf } from '../data-end.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { resolveQuestion } from '../question.ts';
import type { AskedRepositories } from '../repositories.ts';
import { issueSide } from '../side.ts';
import { ISSUE_BECAUSE, issueStanding, issueStateOf, reasonOf } from './issue-standing.ts';
import { openWeeks } from './open-at.ts';
import { because } from './reasons.ts';
import type { By } from './standing.ts';
import { rowOf } from './why-answer.ts';
import { hoursInWords, moment, workedInWords } from './why-sentence.ts';

type Told = Omit<IssueWhyAnswer['data']['measures'][number], 'measure' | 'name'>;
type Seen = { chunk: Chunk; row: number; metric: Metric; by: By; side: Held; projects: AskedRepositories };

/**
 * Why an issue is counted in each measure of issues, or left out: from what the measure itself counts by. `statuses` is how long
 * it was in each. Throws QuestionError on an issue that there is none of.
 */
export function issueWhyAnswer(
  held: Held,
  { id, ...view }: WhyView,
  statuses: readonly { status: string; milliseconds: number }[],
): IssueWhyAnswer {
  // Each issue is told of alike whichever group it was reached through.
  const { team: _team, repo: _repo, ...ofEverybody } = view;
  const { view: asked, repositories: projects } = resolveQuestion(held, 'issue-lead-time', ofEverybody);
  const side = issueSide(held);
  const found = rowOf(side.snapshot, id);
  if (found === null || projects.table[found.chunk.repository[found.row] ?? 0] !== 1)
    throw new QuestionError('unknown-item', `There is no issue "${id}" here.`, 'id');
  const reason = reasonOf(found.chunk, found.row);
  return envelope(held, { ...asked, id }, projects.dataUntil, [], {
    id,
    summary: reason === null ? '' : `Left out of every measure: ${ISSUE_BECAUSE[reason]}.`,
    statuses: statuses.map(({ status, milliseconds }) => ({ status, hours: milliseconds / HOUR })),
    measures: IssueMeasure.enum.map((measure) => {
      const { metric, view: resolved } = resolveQuestion(held, measure, ofEverybody);
      const { name } = metric.definition;
      return { measure, name, ...toldBy({ ...found, metric, by: resolved.by, side, projects }) };
    }),
  });
}

/** "Counts in issue cycle time, week of 2 Nov 2026: started 3 Nov 09:12, finished 5 Nov 14:00, 52.8 hours (2.2 days)." */
function toldBy(seen: Seen): Told {
  const { chunk, row, metric, by, side, projects } = seen;
  const name = inSentence(metric.definition.name);
  const standing = issueStanding(chunk, row, metric, by);
  if (standing.is === 'left-out')
    return { standing: 'left-out', sentence: `Left out of ${name}: ${ISSUE_BECAUSE[standing.reason]}.` };
  if (metric.of === 'open') return openTold(seen);
  if (standing.is === 'missing')
    return { standing: 'missing', sentence: `Not in ${name}: ${because(standing.missing)}.` };
  if (standing.is === 'not-merged') {
    const closed = issueStateOf(chunk, row) === 'declined';
    const sentence = closed
      ? `Not in ${name}: closed without delivery.`
      : `Not in ${name} yet: it is not finished.`;
    return { standing: 'not-merged', sentence };
  }
  const merged = chunk.mergeWeek[row] ?? UNKNOWN;
  const week: Week = by === 'merge' && merged !== UNKNOWN ? merged : chunk.week;
  const { dataUntil } = projects;
  if (dataUntil === null || week > side.snapshot.weeks.weekOf(dataUntil)) {
    const sentence = `Not in ${name}: it is dated after the end of the data, so some clock was wrong.`;
    return { standing: 'no-week', sentence };
  }
  const monday = weekLabel(week);
  const value = valueInWords(seen, standing.as, monday);
  return { standing: 'counted', sentence: `Counts in ${name}, week of ${calendarDate(monday)}: ${value}.` };
}

function openTold({ chunk, row, metric, side, projects }: Seen): Told {
  const { weeks } = side.snapshot;
  const name = inSentence(metric.definition.name);
  const { dataUntil } = projects;
  const end = dataEndOf(side, projects);
  const open = dataUntil === null ? null : openWeeks(chunk, row, weeks, weeks.weekOf(dataUntil), end);
  if (open === null)
    return { standing: 'no-week', sentence: `Not in ${name}: it was in progress at no week’s end.` };
  const [first, last] = [open.first, open.last].map((week) => calendarDate(weekLabel(week)));
  const sentence =
    first === last
      ? `Counts in ${name} at the end of the week of ${first}.`
      : `Counts in ${name} at the end of ${open.last - open.first + 1} weeks, from that of ${first} to that of ${last}.`;
  return { standing: 'counted', sentence };
}

function valueInWords(
  { chunk, row, metric, side, projects }: Seen,
  as: 'valued' | 'waiting' | 'closed',
  monday: string,
): string {
  const { zone } = side.snapshot.weeks;
  const at = (what: string, minute = UNKNOWN) => `${what} ${moment(minute * MINUTE, monday, zone)}`;
  const finished = at('finished', chunk.mergedAt[row]);
  if (metric.kind === 'count') return finished;
  const { id, unit } = metric.definition;
  const inWords = unit === 'working hours' ? workedInWords : hoursInWords;
  if (as !== 'valued') {
    const until = dataEndOf(side, projects).ofRepository[chunk.repository[row] ?? 0] ?? 0;
    const closed = chunk.closedAt[row] ?? UNKNOWN;
    const end = as === 'closed' ? Math.min(until, closed) : until;
    const waited = inWords((metric.waiting?.(chunk, row, end) ?? 0) / metric.perUnit);
    return as === 'closed'
      ? `${at('closed', closed)} without delivery: as at least ${waited}`
      : `not finished yet: as at least ${waited}`;
  }
  const value = metric.itemValue(chunk, row) / metric.perUnit;
  if (unit === 'share') {
    const active = hoursInWords((chunk.activeTime[row] ?? 0) / 60);
    const waiting = hoursInWords((chunk.waitingTime[row] ?? 0) / 60);
    return `${active} worked on, ${waiting} waiting, ${Math.round(100 * value)} %`;
  }
  const from =
    id === 'issue-cycle-time' ? at('started', chunk.readyAt[row]) : at('created', chunk.openedAt[row]);
  return `${from}, ${finished}, ${inWords(value)}`;
}
