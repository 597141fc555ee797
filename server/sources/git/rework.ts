import type { LineRework } from '../../model/commit.ts';
import type { Instant } from '../../model/instant.ts';
import type { MainlinePlace, WalkStep } from '../../model/rows.ts';
import type { GitCursor } from './cursor.ts';
import { changedWhileRead } from './failure.ts';
import { type CommitHunks, commitHunks } from './hunks.ts';
import type { Walking } from './walking.ts';
import { WATCHED_FOR, type Watched, watchedLines } from './watched-lines.ts';

const DIFF_TREE =
  'diff-tree --stdin -r --root -p -U0 -M --always --no-ext-diff --no-textconv --no-color --src-prefix=a/ --dst-prefix=b/ --inter-hunk-context=0 --ignore-submodules=all'.split(
    ' ',
  );
const PAGE = 2000;
const BATCH = 500;
type Place = MainlinePlace & { parent: string | null };

/**
 * How many lines of each commit of the branch were changed again within 21 days, for those of which that time is over at `until`.
 * Begins behind the last commit that is judged and reads what has landed since, so that a run after a day reads three weeks.
 * In a clone that lacks contents nothing is followed.
 */
export async function* readRework(
  walking: Walking,
  { mainlineLength: length, unsized }: GitCursor,
  until: Instant,
): AsyncGenerator<WalkStep, void> {
  const { clone, stored, progress } = walking;
  if (!clone.rework || unsized) return;
  const repositoryId = clone.repository.id;
  const begin = await stored.watchedUntil(repositoryId);
  const [first] = await stored.mainlineFrom(repositoryId, begin, 1);
  if (first === undefined || begin >= length || until - first.committedAt < WATCHED_FOR) return;
  const lines = watchedLines(clone.countsLines);
  let batch: LineRework[] = [];
  const take = (judged: readonly Watched[]) => {
    for (const one of judged) batch.push({ repositoryId, ...one });
  };
  for await (const places of pages(walking, begin, length)) {
    let at = 0;
    for await (const hunks of hunksOf(places, walking)) {
      const place = places[at];
      if (place === undefined) throw new Error('a difference of no commit');
      lines.land({ ...place, at: place.committedAt }, clone.shallow.has(place.sha) ? null : hunks);
      at += 1;
      take(lines.judged(place.committedAt));
      if (batch.length < BATCH) continue;
      yield { rows: { rework: batch } };
      batch = [];
    }
    progress({ what: 'following lines', done: places.at(-1)?.position ?? 0, total: length });
  }
  take(lines.judged(until));
  if (batch.length > 0) yield { rows: { rework: batch } };
}

/** The branch from a place on, each commit with the one before it. */
async function* pages(
  { clone, stored }: Walking,
  begin: number,
  length: number,
): AsyncGenerator<Place[], void> {
  const read = (from: number, limit: number) => stored.mainlineFrom(clone.repository.id, from, limit);
  let parent = begin === 0 ? null : ((await read(begin - 1, 1))[0]?.sha ?? null);
  for (let from = begin; from < length; ) {
    const page = await read(from, Math.min(PAGE, length - from));
    if (page.length === 0) return;
    yield page.map((place) => {
      const before = parent;
      parent = place.sha;
      return { ...place, parent: before };
    });
    from += page.length;
  }
}

/** One answer for each, in order. */
async function* hunksOf(
  places: readonly Place[],
  { clone, signal }: Walking,
): AsyncGenerator<CommitHunks, void> {
  const input = places.map(({ sha, parent }) => (parent === null ? `${sha}\n` : `${sha} ${parent}\n`));
  let answered = 0;
  for await (const hunks of commitHunks(clone.git.stream(DIFF_TREE, signal, [input.join('')]))) {
    if (hunks.sha !== places[answered]?.sha) throw changedWhileRead(clone.path);
    answered += 1;
    yield hunks;
  }
  if (answered < places.length) throw changedWhileRead(clone.path);
}
