import type Database from 'better-sqlite3';
import type { Attribution } from '../facts/attribution/evidence.ts';
import type { FactChanges } from '../facts/columns/fact-changes.ts';
import type { PullRequestFact, UnlinkedFact } from '../facts/pull-request-fact.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import { aftermaths } from './aftermath.ts';
import { attributionRows } from './attribution-rows.ts';
import { dirtyMarks } from './dirty.ts';
import { factReader, sharedSets } from './fact-reader.ts';
import { foldedMarks } from './folded-marks.ts';
import { keyRows } from './key-rows.ts';
import { fence } from './lease.ts';
import { type MeasuredRows, measuredRows } from './measured.ts';
import { nextGeneration } from './next-generation.ts';
import { organisationReader } from './organisation-reader.ts';
import { everyColumn } from './properties.ts';
import * as schema from './schema.ts';
import { upsert } from './upsert.ts';

export type FactTables = {
  /**
   * Measures up to `limit` dirty items: reads their rows, lets `measure` (pure) turn each into its fact and writes facts,
   * changed ids and the next generation, all in one transaction. Returns how many items were taken; 0: nothing is dirty.
   * The organisation is that of the same moment, and the same object until it changes. `keysOf` finds what looks like keys of
   * issues in the texts of an item; the issues that it names are marked dirty when it changes. `attributionOf` (pure, by the rules
   * that count) tells how AI took part, which is kept with its evidence.
   */
  derive(
    holder: string,
    limit: number,
    measure: (
      rows: MeasuredRows,
      organisation: OrganisationRows,
      attribution: Attribution | null,
    ) => UnlinkedFact,
    keysOf?: (rows: MeasuredRows) => readonly string[],
    attributionOf?: (rows: MeasuredRows) => Attribution | null,
  ): Promise<{ taken: number; changed: number }>;
  /** Puts marks of facts in place of up to `limit` marks of all of an author's or a repository's; returns how many there were. */
  unfoldMarks(holder: string, limit: number): Promise<number>;
  /** How many items wait to be measured. */
  dirtyCount(): Promise<number>;
  /** Marks every item dirty, also those whose rows are gone: the next derive rebuilds all facts. */
  markEverything(holder: string): Promise<void>;
  generation(): Promise<number>;
  /** Changes whenever another connection has committed (`PRAGMA data_version`); costs nothing to ask. */
  dataVersion(): Promise<number>;
  /** All facts in batches of some thousands, in no order. */
  allFacts(): AsyncIterable<PullRequestFact[]>;
  /** Facts that changed or went in the next generations after one: some thousands, up to the generation told; that one: none. */
  factsChangedSince(generation: number): Promise<FactChanges>;
};

type FactRow = Omit<PullRequestFact, 'agent' | 'filesKnown' | 'teams' | 'aiTools'> & {
  agent: number;
  filesKnown: number;
  teams: string;
  aiTools: string;
};
type Dirty = { kind: string; id: string };

const COLUMNS = everyColumn(schema.pullRequestFact);

export function factTables(db: Database.Database): FactTables {
  const hold = fence(db);
  const mark = dirtyMarks(db);
  const read = measuredRows(db);
  const organisation = organisationReader(db);
  const facts = upsert(db, schema.pullRequestFact);
  const changes = upsert(db, schema.factChange);
  const dirty = db.prepare<[number], Dirty>(
    "SELECT kind, id FROM dirty WHERE kind IN ('landing', 'pull-request') ORDER BY kind, id LIMIT ?",
  );
  const folded = foldedMarks(db);
  const waiting = db
    .prepare<[], number>("SELECT count(*) FROM dirty WHERE kind IN ('landing', 'pull-request')")
    .pluck();
  const clean = db.prepare('DELETE FROM dirty WHERE kind = ? AND id = ?');
  const drop = db.prepare('DELETE FROM pull_request_fact WHERE id = ?');
  const generation = nextGeneration(db);
  const keys = keyRows(db);
  const aftermath = aftermaths(db);
  const attributions = attributionRows(db);
  const reader = factReader(
    db,
    { facts: 'pull_request_fact', changes: 'fact_change', columns: COLUMNS },
    unpacker(),
  );
  return {
    async derive(holder, limit, measure, keysOf = () => [], attributionOf = () => null) {
      return db
        .transaction(() => {
          hold(holder);
          const items = latestFirst(dirty.all(limit));
          const who = organisation();
          const next = generation.next();
          let changed = 0;
          const delivering = new Set<string>();
          for (const { kind, id } of items) {
            const rows = read(kind, id);
            if (rows?.kind === 'pull-request') {
              delivering.add(rows.pullRequest.repositoryId);
              keys.replace(id, keysOf(rows));
            }
            const attribution = rows === null ? null : attributionOf(rows);
            if (attribution !== null) attributions.put(id, attribution);
            if (rows === null) attributions.drop(id);
            const own = rows === null ? null : measure(rows, who, attribution);
            const issues = own === null ? 0 : keys.known(id);
            const after = aftermath(id, rows, own, issues);
            const fact = own === null ? null : { ...own, issues, ...after };
            if (fact === null ? drop.run(id).changes > 0 : facts.put(packed(fact))) {
              changed += 1;
              changes.put({ id, generation: next });
              mark.issuesOf(id);
            }
            clean.run(kind, id);
          }
          for (const repositoryId of delivering) mark.delivery(repositoryId);
          if (changed > 0) generation.set(next);
          return { taken: items.length, changed };
        })
        .immediate();
    },
    async unfoldMarks(holder, limit) {
      return db
        .transaction(() => {
          hold(holder);
          return folded.unfold(limit);
        })
        .immediate();
    },
    async dirtyCount() {
      return db.transaction(() => (waiting.get() ?? 0) + folded.count())();
    },
    async markEverything(holder) {
      db.transaction(() => {
        hold(holder);
        mark.everything();
      }).immediate();
    },
    async generation() {
      return generation.current();
    },
    async dataVersion() {
      return Number(db.pragma('data_version', { simple: true }));
    },
    allFacts: () => reader.all(),
    async factsChangedSince(since) {
      return reader.changedSince(since);
    },
  };
}

/** The later ones tell of those before, as a revert does, and would make them dirty anew. */
function latestFirst(items: readonly Dirty[]): Dirty[] {
  const numberOf = ({ id }: Dirty) => Number(id.slice(id.lastIndexOf('#') + 1)) || 0;
  return items.toSorted((one, other) => numberOf(other) - numberOf(one));
}

function packed(fact: PullRequestFact): typeof schema.pullRequestFact.$inferSelect {
  const { agent, filesKnown, teams, aiTools } = fact;
  return {
    ...fact,
    agent: Number(agent),
    filesKnown: Number(filesKnown),
    teams: JSON.stringify(teams),
    aiTools: JSON.stringify(aiTools),
  };
}

function unpacker(): (row: FactRow) => PullRequestFact {
  const setOf = sharedSets();
  return (row) => ({
    id: row.id,
    repositoryId: row.repositoryId,
    number: row.number,
    landing: row.landing,
    leftOut: row.leftOut,
    author: row.author,
    person: row.person,
    teams: setOf(row.teams),
    teamBasis: row.teamBasis,
    agent: row.agent === 1,
    openedAt: row.openedAt,
    firstCommitAt: row.firstCommitAt,
    readyAt: row.readyAt,
    firstReviewAt: row.firstReviewAt,
    ownerCheckedAt: row.ownerCheckedAt,
    firstBotResponseAt: row.firstBotResponseAt,
    approvedAt: row.approvedAt,
    mergedAt: row.mergedAt,
    closedAt: row.closedAt,
    deployedAt: row.deployedAt,
    draftInPickup: row.draftInPickup,
    draftInReview: row.draftInReview,
    draftInMerge: row.draftInMerge,
    lines: row.lines,
    files: row.files,
    issues: row.issues,
    aiLevel: row.aiLevel,
    aiTools: setOf(row.aiTools),
    aiTrace: row.aiTrace,
    reviewRounds: row.reviewRounds,
    reviewComments: row.reviewComments,
    ciPassedFirst: row.ciPassedFirst,
    revertedAt: row.revertedAt,
    filesKnown: row.filesKnown === 1,
    hotfixedAt: row.hotfixedAt,
    linesReworked: row.linesReworked,
    linesWatched: row.linesWatched,
    bugLinkedAt: row.bugLinkedAt,
    linesByAi: row.linesByAi,
    linesNoted: row.linesNoted,
  });
}
