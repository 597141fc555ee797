import type Database from 'better-sqlite3';
import type { AccountTeams } from '../model/account-team.ts';
import type { Commit, CommitNote, CommitSize, LineRework } from '../model/commit.ts';
import type { Sightings } from '../model/identity.ts';
import type { MainlineCommit, PullRequest } from '../model/pull-request.ts';
import type { Repository } from '../model/repository.ts';
import type { Rows, WalkEnd } from '../model/rows.ts';
import { branchRows } from './branch-rows.ts';
import { type DirtyMarks, dirtyMarks } from './dirty.ts';
import { forgeRows } from './forge-rows.ts';
import { fence } from './lease.ts';
import { packedFiles } from './packed-files.ts';
import { repositoryRows } from './repository-rows.ts';
import * as schema from './schema.ts';
import { lineRework } from './schema-quality.ts';
import { sightingRows } from './sighting-rows.ts';
import { type Sweep, sweep } from './sweep.ts';
import { upsert } from './upsert.ts';

/** Rows that were not stored just so before. */
export type Written = {
  commits: number;
  sizes: number;
  pullRequests: number;
  mainline: number;
  deployments: number;
  removed: number;
};

export type RowTables = {
  /**
   * Writes one batch of a walk in one transaction, marking dirty whatever rests on a row that changed; with it what its commits
   * tell of who is who.
   */
  writeRows(holder: string, repository: Repository, rows: Rows, sightings?: Sightings): Promise<Written>;
  /** Ends a walk in one transaction: cursor, notes, and what a walk from the beginning no longer found. */
  endWalk(holder: string, repository: Repository, end: WalkEnd): Promise<Written>;
  /** All teams of one owner in one transaction; true when anything changed. */
  writeTeams(holder: string, teams: AccountTeams): Promise<boolean>;
  /** Notes that a repository can no longer be read. Everything of it is kept; reading it again takes the note away. */
  loseRepository(holder: string, repositoryId: string, why: string): Promise<void>;
};

export function rowTables(db: Database.Database): RowTables {
  const hold = fence(db);
  const walks = upsert(db, schema.walk);
  const openWalks = upsert(db, schema.openWalk);
  const close = db.prepare('DELETE FROM open_walk WHERE repository_id = ?');
  const mark = dirtyMarks(db);
  const repositories = repositoryRows(db, mark);
  const gone = sweep(db, mark);
  const put = writers(db, mark);
  const sight = sightingRows(db);
  const branch = branchRows(db, mark);
  const deliveries = (repositoryId: string, rows: Rows): number => {
    if (rows.branch !== undefined) branch(repositoryId, rows.branch);
    return repositories.deployments(rows.deployments ?? []);
  };

  return {
    async writeRows(holder, repository, rows, sightings) {
      return db
        .transaction(() => {
          hold(holder);
          repositories.put(repository);
          if (rows.towards !== undefined)
            openWalks.put({ repositoryId: repository.id, towards: rows.towards });
          if (sightings) sight(sightings);
          for (const one of rows.rework ?? []) put.rework(one);
          return {
            commits: count(rows.commits, put.commit),
            sizes: count(rows.sizes, put.size),
            pullRequests: count(rows.pullRequests, put.pullRequest),
            mainline: count(rows.mainline, put.mainline),
            deployments: deliveries(repository.id, rows),
            removed: 0,
          };
        })
        .immediate();
    },
    async endWalk(holder, repository, end) {
      return db
        .transaction(() => {
          hold(holder);
          repositories.put(repository);
          const removed = end.replaces ? removeOthers(gone, repository.id, end.replaces) : 0;
          if (end.notes) replaceNotes(put.note, gone, repository.id, end.notes);
          walks.put({
            repositoryId: repository.id,
            cursor: end.cursor,
            coveredUntil: end.coveredUntil,
            limits: JSON.stringify(end.limits),
          });
          close.run(repository.id);
          return { commits: 0, sizes: 0, pullRequests: 0, mainline: 0, deployments: 0, removed };
        })
        .immediate();
    },
    async writeTeams(holder, teams) {
      return db
        .transaction(() => {
          hold(holder);
          return repositories.teams(teams);
        })
        .immediate();
    },
    async loseRepository(holder, repositoryId, why) {
      db.transaction(() => {
        hold(holder);
        repositories.lost(repositoryId, why);
      }).immediate();
    },
  };
}

function writers(db: Database.Database, mark: DirtyMarks) {
  const commits = upsert(db, schema.gitCommit);
  const reverts = upsert(db, schema.commitRevert);
  const changes = upsert(db, schema.commitChange);
  const notes = upsert(db, schema.commitNote);
  const rework = upsert(db, lineRework);
  const mainline = upsert(db, schema.mainlineCommit);
  const pullRequests = upsert(db, schema.pullRequest);
  const forge = forgeRows(db);
  const own = pullRequestCommits(db);
  const shaAt = db
    .prepare<[string, number], string>(
      'SELECT sha FROM mainline_commit WHERE repository_id = ? AND position = ?',
    )
    .pluck();

  return {
    commit(commit: Commit): boolean {
      const { repositoryId, sha } = commit;
      for (const revertedSha of commit.reverts) reverts.put({ repositoryId, sha, revertedSha });
      const changed = commits.put({
        repositoryId,
        sha,
        parents: commit.parents?.join(' ') ?? null,
        authorLogin: commit.authorLogin,
        authorName: commit.author.name,
        authorEmail: commit.author.email,
        authoredAt: commit.authoredAt,
        committerName: commit.committer.name,
        committerEmail: commit.committer.email,
        committedAt: commit.committedAt,
        message: commit.message,
      });
      if (changed) mark.byCommit(repositoryId, sha);
      return changed;
    },
    size({ repositoryId, sha, files }: CommitSize): boolean {
      const changed = changes.put({ repositoryId, sha, files: packedFiles(files) });
      if (changed) mark.byCommit(repositoryId, sha);
      return changed;
    },
    rework(one: LineRework): void {
      if (rework.put(one)) mark.byCommit(one.repositoryId, one.sha);
    },
    note(note: CommitNote): boolean {
      const changed = notes.put(note);
      if (changed) mark.byCommit(note.repositoryId, note.sha);
      return changed;
    },
    mainline(commit: MainlineCommit): boolean {
      const { repositoryId, position, sha } = commit;
      const before = shaAt.get(repositoryId, position);
      const changed = mainline.put(commit);
      if (changed) mark.landing(repositoryId, sha);
      if (before !== undefined && before !== sha) mark.landing(repositoryId, before);
      return changed;
    },
    pullRequest(one: PullRequest): boolean {
      const { author, landedShas, ownShas, forge: details, ...rest } = one;
      const changed = pullRequests.put({
        ...rest,
        authorName: author?.name ?? null,
        authorEmail: author?.email ?? null,
        fromFork: one.fromFork === null ? null : Number(one.fromFork),
        commitsKnown: ownShas === null ? 0 : 1,
      });
      const others = [
        own.put(one, 'own', ownShas ?? []),
        own.put(one, 'landed', landedShas),
        details !== null && forge(one.id, details),
      ];
      const any = changed || others.includes(true);
      if (any) mark.pullRequest(one.id);
      return any;
    },
  };
}

function pullRequestCommits(db: Database.Database) {
  const rows = upsert(db, schema.pullRequestCommit);
  const shorten = db.prepare(
    'DELETE FROM pull_request_commit WHERE pull_request_id = ? AND role = ? AND position >= ?',
  );
  return {
    put({ id, repositoryId }: PullRequest, role: 'own' | 'landed', shas: readonly string[]): boolean {
      let changed = shorten.run(id, role, shas.length).changes > 0;
      shas.forEach((sha, position) => {
        if (rows.put({ pullRequestId: id, role, position, repositoryId, sha })) changed = true;
      });
      return changed;
    },
  };
}

function count<Row>(rows: readonly Row[] | undefined, put: (row: Row) => boolean): number {
  return rows?.reduce((changed, row) => changed + (put(row) ? 1 : 0), 0) ?? 0;
}

function removeOthers(gone: Sweep, repositoryId: string, kept: NonNullable<WalkEnd['replaces']>): number {
  return (
    gone.mainlineFrom(repositoryId, kept.mainlineLength) +
    gone.pullRequestsBut(repositoryId, kept.pullRequests) +
    gone.commitsBut(repositoryId, kept.commits)
  );
}

function replaceNotes(
  put: (note: CommitNote) => boolean,
  gone: Sweep,
  repositoryId: string,
  notes: readonly CommitNote[],
): void {
  for (const note of notes) put(note);
  gone.notesBut(repositoryId, new Set(notes.map((note) => note.sha)));
}
