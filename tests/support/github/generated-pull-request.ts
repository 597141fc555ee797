import type { FakeAccount } from './account.ts';
import { type Chance, HOUR, instant } from './chance.ts';
import type { Cast } from './generated-cast.ts';
import { generatedCommits } from './generated-history.ts';
import { generatedReviews } from './generated-reviews.ts';
import { generatedTimeline } from './generated-timeline.ts';
import type { FakeFile, FakePullRequest } from './pull-request.ts';

export type Setting = {
  chance: Chance;
  cast: Cast;
  /** `owner/name`. */
  repository: string;
  from: number;
  until: number;
  /** Share with over 50 commits or over 50 reviews. */
  many: number;
  /** Unique within the repository. */
  nextId: () => number;
};

type Origin = 'person' | 'updater' | 'agent';

/** One pull request from its opening to its end, or to `until`. Its merge commit comes with the repository's history. */
export function generatedPullRequest(setting: Setting, number: number, opened: number): FakePullRequest {
  const { chance, cast, repository, from, until, many, nextId } = setting;
  const share = chance.below(1);
  const origin: Origin = share < 0.12 ? 'updater' : share < 0.2 ? 'agent' : 'person';
  const author = authorOf(origin, chance, cast);
  const crowd = chance.happens(many) ? chance.one(['commits', 'reviews'] as const) : null;
  const planned =
    opened + (crowd === 'reviews' ? 90 * HOUR : 0) + chance.time(origin === 'updater' ? 8 * HOUR : 30 * HOUR);
  const over = planned < until && !chance.happens(0.02);
  const merged = over && !chance.happens(0.08);
  const end = over ? planned : until;
  const life = { opened, end, author, merged, closed: over && !merged, nextId };
  const { events, ready, draft } = generatedTimeline(chance, cast, life);
  const backPort = origin === 'person' && chance.happens(0.03);
  const title = titleOf(origin, backPort, number, chance);
  const unreviewed = chance.happens(origin === 'updater' ? 0.6 : 0.15) && crowd !== 'reviews';
  const { reviews, threads, last } = unreviewed
    ? { reviews: [], threads: [], last: ready }
    : generatedReviews(
        chance,
        cast,
        { ready, end, author, merged, nextId },
        crowd === 'reviews' ? chance.between(55, 90) : 0,
      );
  const assisted = origin === 'agent' || chance.happens((0.6 * (opened - from)) / (until - from));
  const commits = generatedCommits(
    chance,
    { repository, number, title, author },
    { opened, end },
    crowd === 'commits' ? chance.between(55, 130) : chance.between(1, origin === 'updater' ? 1 : 5),
    assisted,
  );
  const files = generatedFiles(chance);
  const comments = threads.reduce((sum, thread) => sum + thread.comments.length, 0);
  const updated = over
    ? end
    : Math.max(opened, last, ...events.map(({ createdAt }) => Date.parse(createdAt)));
  return {
    number,
    title,
    body: chance.happens(0.5) ? `What and why.\n\nPart of ${number}.` : '',
    state: merged ? 'MERGED' : over ? 'CLOSED' : 'OPEN',
    isDraft: draft,
    createdAt: instant(opened),
    updatedAt: instant(updated),
    mergedAt: merged ? instant(end) : null,
    closedAt: over ? instant(end) : null,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: files.length,
    baseRefName: backPort ? 'release/1.0' : 'main',
    headRefName: headOf(origin, backPort, number),
    headRefOid: commits.at(-1)?.oid ?? '',
    isCrossRepository: chance.happens(0.04),
    author,
    mergedBy: merged ? (origin === 'person' && chance.happens(0.7) ? author : chance.one(cast.people)) : null,
    assignees: origin === 'agent' || chance.happens(0.2) ? [chance.one(cast.people)] : [],
    labels: [
      ...(backPort ? ['backport'] : []),
      ...chance.some(['bug', 'feature', 'chore', 'docs'], chance.between(0, 2)),
    ],
    closingIssues: chance.happens(0.25)
      ? [{ repository, number: 100_000 + number, title: `Wish ${number}` }]
      : [],
    mergeCommit: null,
    commits,
    reviews,
    reviewThreads: threads,
    timeline: events,
    files,
    totalCommentsCount: comments + chance.between(0, 3),
  };
}

function authorOf(origin: Origin, chance: Chance, cast: Cast): FakeAccount | null {
  if (origin === 'updater') return chance.one(cast.updaters);
  if (origin === 'agent') return chance.one(cast.agents);
  return chance.happens(0.02) ? null : chance.one(cast.people);
}

function titleOf(origin: Origin, backPort: boolean, number: number, chance: Chance): string {
  if (origin === 'updater')
    return `Bump library-${chance.between(1, 40)} from 1.${number} to 1.${number + 1}`;
  if (backPort) return `[release/1.0] Repair ${number} (#${Math.max(1, number - 1)})`;
  return `${chance.one(['Add', 'Repair', 'Simplify', 'Document', 'Speed up'])} part ${number}`;
}

function headOf(origin: Origin, backPort: boolean, number: number): string {
  if (origin === 'updater') return `dependabot/npm/library-${number}`;
  if (origin === 'agent') return `copilot/fix-${number}`;
  return backPort ? `backport-${number}-to-release/1.0` : `work/${number}`;
}

function generatedFiles(chance: Chance): FakeFile[] {
  const many = chance.happens(0.004) ? chance.between(101, 180) : chance.between(1, 12);
  return Array.from({ length: many }, (_, at) => ({
    path: at === 0 && chance.happens(0.1) ? 'package-lock.json' : `src/part-${at + 1}.ts`,
    additions: chance.between(0, 60),
    deletions: chance.between(0, 25),
    changeType: chance.one(['MODIFIED', 'MODIFIED', 'ADDED'] as const),
  }));
}
