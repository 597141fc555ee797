import type { ProjectStep } from '../../model/rows.ts';
import { reachOf, unreadBefore } from '../../net/reach.ts';
import { batched, rowsOf } from './batches.ts';
import type { Cursor, Older, Towards } from './cursor.ts';
import type { JiraIssue } from './payload.ts';
import { isDue, type Look, lookAround } from './present.ts';
import type { Run } from './run.ts';
import type { InScope } from './scope.ts';
import { searched } from './search.ts';

/** One project being walked: where it is going, and what is known of its end. */
type Walking = { of: InScope; going: Towards; read: Set<string>; short: number; run: Run };

/** The fields that rows are made of, for cursors: with others all issues are read again. */
export function fieldsKey({ fields }: Run): string {
  const epics = fields.epics.length === 0 ? [] : ['/', ...fields.epics];
  return [...fields.sprints, '/', ...fields.points, ...epics].join(' ');
}

/** The cursor of a project whose rows are made as they would be today; null: all of it is to be read. */
export function usableCursor({ cursor }: InScope, run: Run): Cursor | null {
  return cursor?.fields === fieldsKey(run) ? cursor : null;
}

/** A project from where its last walk broke off, from its last complete one, or from the beginning. */
export async function* projectWalk(of: InScope, run: Run): AsyncGenerator<ProjectStep> {
  const walking = begun(of, run);
  const { since, after } = walking.going;
  for await (const batch of batched(searched({ projects: [of.id], since, after }, run)))
    yield* handedOver(batch, walking);
  yield await endOf(walking);
}

/** A project of which it is known what has changed. */
export async function* changedWalk(
  of: InScope,
  changed: readonly JiraIssue[],
  startedAt: number,
  run: Run,
): AsyncGenerator<ProjectStep> {
  const walking = begun(of, run);
  walking.going.startedAt = startedAt;
  if (changed.length > 0) {
    const { short, ...rows } = await rowsOf(changed, run);
    walking.short += short;
    for (const { id } of rows.issues) walking.read.add(id);
    yield { rows };
  }
  yield await endOf(walking);
}

function begun(of: InScope, run: Run): Walking {
  const fields = fieldsKey(run);
  const fresh: Towards = {
    version: 1,
    startedAt: run.asker.date(),
    since: usableCursor(of, run)?.watermark ?? reachOf(run.config.months, run.asker.date()),
    fields,
    after: null,
  };
  const going = of.towards?.fields === fields ? { ...of.towards } : fresh;
  return { of, going, read: new Set(), short: 0, run };
}

async function* handedOver(batch: readonly JiraIssue[], walking: Walking): AsyncGenerator<ProjectStep> {
  const { of, going, read, run } = walking;
  const { short, issues, statuses } = await rowsOf(batch, run);
  walking.short += short;
  for (const { id } of issues) read.add(id);
  going.after = String(batch.at(-1)?.id);
  run.progress({ what: `${of.label}, issues`, done: read.size, total: null });
  // What moved away while it was read comes with the project in which it is now.
  const here = issues.filter(({ projectId }) => projectId === of.project.id);
  yield { rows: { issues: here, statuses, towards: JSON.stringify(going) } };
}

/** The watermark is the start of the walk's first attempt: what changed since then comes with the next one. */
async function endOf(walking: Walking): Promise<ProjectStep> {
  const { of, going, read, short, run } = walking;
  const known = usableCursor(of, run);
  const { startedAt: watermark, fields } = going;
  const look: Look =
    known === null || isDue(known, run)
      ? await lookAround(of, known, read, run)
      : { ...known, present: null, limits: [] };
  const { present, limits, reconciledAt, issues, doubted } = look;
  const older = known === null ? leftBy(walking, issues) : known.older;
  // In one order, so that the same cursor is the same text.
  const cursor: Cursor = { version: 1, watermark, fields, reconciledAt, issues, doubted };
  const left = older === undefined ? {} : { older };
  return endAt({ ...cursor, ...left }, [...limits, ...(short === 0 ? [] : [shortened(short)])], present);
}

/** Where a project stands; `limits` are those beside what the cursor tells. */
export function endAt(
  cursor: Cursor,
  limits: readonly string[],
  present: ReadonlySet<string> | null,
): ProjectStep {
  const told = [...limits, ...unreadBefore(cursor.older?.before)];
  return { end: { cursor: JSON.stringify(cursor), coveredUntil: cursor.watermark, limits: told, present } };
}

/** What a first walk, which goes back only so far, has not read of all the issues that there are; undefined: nothing. */
function leftBy({ going, read }: Walking, issues: number): Older | undefined {
  const { since } = going;
  return since === null || issues <= read.size ? undefined : { before: since, until: null, after: null };
}

function shortened(issues: number): string {
  return `Of ${issues} ${issues === 1 ? 'issue' : 'issues'} the server sent only a part of the history; their times may be too short.`;
}
