import { DAY, type Instant } from '../../model/instant.ts';
import { SourceError, STOPPED_EARLY } from '../../net/source-error.ts';
import { BATCH } from './batches.ts';
import type { JiraIssue } from './payload.ts';
import type { Run } from './run.ts';
import type { InScope } from './scope.ts';
import { searched } from './search.ts';
import { usableCursor } from './walk.ts';

/** Projects that are asked for in one search. */
const TOGETHER = 100;
/** A project that was last read so much earlier than the others would make all of them go back as far. */
const APART = 2 * DAY;

/** Projects read before, of which all that has changed is known at once; `changed` by our id of the project. */
export type Group = {
  of: readonly InScope[];
  /** Null: too much has changed, or Jira would not say; each is searched on its own. */
  changed: ReadonlyMap<string, readonly JiraIssue[]> | null;
  startedAt: Instant;
};

/** What has changed in projects that were read before: of a quiet night one search tells it of many. */
export async function* changedGroups(known: readonly InScope[], run: Run): AsyncGenerator<Group> {
  for (const of of groupsOf(known, run)) {
    const startedAt = run.asker.date();
    yield { of, changed: await changedIn(of, run), startedAt };
  }
}

function groupsOf(known: readonly InScope[], run: Run): InScope[][] {
  const since = (of: InScope) => usableCursor(of, run)?.watermark ?? 0;
  const ordered = [...known].sort((a, b) => since(b) - since(a) || (a.project.key < b.project.key ? -1 : 1));
  const groups: InScope[][] = [];
  for (const of of ordered) {
    const last = groups.at(-1);
    const [newest] = last ?? [];
    const joins = last && newest && last.length < TOGETHER && since(newest) - since(of) <= APART;
    if (joins) last.push(of);
    else groups.push([of]);
  }
  return groups;
}

async function changedIn(of: readonly InScope[], run: Run): Promise<Group['changed']> {
  const since = Math.min(...of.map((one) => usableCursor(one, run)?.watermark ?? 0));
  const changed = new Map<string, JiraIssue[]>();
  let count = 0;
  try {
    for await (const page of searched({ projects: of.map(({ id }) => id), since, after: null }, run)) {
      count += page.length;
      if (count > BATCH) return null;
      for (const issue of page) {
        const project = `${run.site.trackerId}/${issue.fields.project.id}`;
        changed.set(project, [...(changed.get(project) ?? []), issue]);
      }
    }
    return changed;
  } catch (error) {
    // One that the search refuses may have vanished a moment ago; the others do not suffer for it.
    const isOver = run.asker.ended() !== null;
    if (!(error instanceof SourceError) || error.code === STOPPED_EARLY || isOver) throw error;
    return null;
  }
}
