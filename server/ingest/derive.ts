import { attestedShare } from '../facts/attested-share.ts';
import { attribute } from '../facts/attribution/attribute.ts';
import { type CompiledRules, compiledRules } from '../facts/attribution/compiled.ts';
import type { Attribution } from '../facts/attribution/evidence.ts';
import { traceOf } from '../facts/attribution/trace.ts';
import { addedLines } from '../facts/change-size.ts';
import { type IssueFact, issueFact } from '../facts/issue-fact.ts';
import { issueKeysIn } from '../facts/issue-keys.ts';
import {
  directPushFact,
  type Placed,
  pullRequestFact,
  type UnlinkedFact,
  type UnplacedFact,
} from '../facts/pull-request-fact.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import type { Progress } from '../model/rows.ts';
import { writerOf } from '../people/author.ts';
import { personsOf } from '../people/person.ts';
import type { MeasuredRows } from '../store/measured.ts';
import type { MeasuredIssue } from '../store/measured-issue.ts';
import type { Store } from '../store/open.ts';
import { attributionInputOf } from './attributed-input.ts';
import { inputOf } from './measured-input.ts';
import { type Placer, placer } from './placing.ts';

const BATCH = 2000;
/** Each transaction writes the pages of an index anew that many issues share. */
const ISSUES = 20_000;
/** Authors and repositories whose facts are marked in one transaction, for which all facts of issues are read once. */
const UNFOLDED = 500;

export type DeriveCounts = { measured: number; changed: number; leftOut: Map<string, number> };

type Tell = (progress: Progress) => void;

/**
 * Issues rest on the work of many repositories: while these are read one after the other, they are left for later. What they tell
 * of bugs comes before these, so that no pull request is measured twice for it.
 */
export type Measured = 'everything' | 'pull-requests' | 'bugs';

/**
 * Rows to facts, for whatever is dirty, one transaction a batch: a killed derive goes on where it was. What has become known of
 * who is who, and of where bugs come from, comes first, since it makes facts dirty, and issues last, since they rest on the facts
 * of their pull requests; `zone` is the one that days of memberships are meant in. The rules are those that all other facts have been scored by.
 */
export async function derive(
  store: Store,
  holder: string,
  zone: string,
  tell: Tell,
  rules: CompiledRules = compiledRules(),
  what: Measured = 'everything',
): Promise<DeriveCounts> {
  const counts: DeriveCounts = { measured: 0, changed: 0, leftOut: new Map() };
  if (what !== 'pull-requests') while ((await store.settleBugs(holder, BATCH)) > 0);
  if (what === 'bugs') return counts;
  const place = placer(zone);
  const attributionOf = (rows: MeasuredRows) => attribute(attributionInputOf(rows), rules);
  const { waiting } = await store.rescore(holder, rules.version, 0, attributionOf);
  if (waiting !== null) throw new Error(`facts are scored by other rules than ${rules.version}`);
  await store.settleOrganisation(holder, zone, personsOf);
  await derivePullRequests(store, holder, place, attributionOf, counts, tell);
  if (what === 'everything') await deriveIssues(store, holder, place, counts, tell);
  return counts;
}

async function derivePullRequests(
  store: Store,
  holder: string,
  place: Placer,
  attributionOf: (rows: MeasuredRows) => Attribution,
  counts: DeriveCounts,
  tell: Tell,
): Promise<void> {
  const measure = (
    rows: MeasuredRows,
    organisation: OrganisationRows,
    attribution: Attribution | null,
  ): UnlinkedFact => {
    const { level: aiLevel = null, tools: aiTools = [] } = attribution ?? {};
    const lines = attestedShare(attribution?.aiLines ?? null, addedIn(rows));
    const aiTrace = attribution === null ? null : traceOf(attribution);
    const fact = { ...factOf(rows, organisation, place), aiLevel, aiTools, aiTrace, ...lines };
    countLeftOut(counts, fact.leftOut);
    return fact;
  };
  const dirty = await store.dirtyCount();
  // First, for they stand for facts that there are: of those that are measured now they would say nothing new.
  while ((await store.unfoldMarks(holder, UNFOLDED)) > 0);
  for (;;) {
    const { taken, changed } = await store.derive(holder, BATCH, measure, keysOf, attributionOf);
    if (taken === 0) return;
    counts.measured += taken;
    counts.changed += changed;
    const total = Math.max(dirty, counts.measured);
    tell({ what: 'measuring pull requests', done: counts.measured, total });
  }
}

async function deriveIssues(
  store: Store,
  holder: string,
  place: Placer,
  counts: DeriveCounts,
  tell: Tell,
): Promise<void> {
  const measure = (rows: MeasuredIssue, organisation: OrganisationRows): IssueFact => {
    const fact = issueFact(rows);
    countLeftOut(counts, fact.leftOut);
    const { author, person, teams, teamBasis } = place.issue(fact, rows.trackerId, organisation);
    return { ...fact, author, person, teams, teamBasis };
  };
  const dirty = await store.dirtyIssues();
  if (dirty > ISSUES) await store.copyLog();
  for (let done = 0; ; ) {
    const { taken, changed } = await store.deriveIssues(holder, ISSUES, measure);
    if (taken === 0) return;
    done += taken;
    counts.measured += taken;
    counts.changed += changed;
    tell({ what: 'measuring issues', done, total: Math.max(dirty, done) });
  }
}

function factOf(rows: MeasuredRows, organisation: OrganisationRows, place: Placer): UnplacedFact & Placed {
  if (rows.kind === 'landing') {
    const { identity, program } = writerOf(rows.commit.author);
    const fact = directPushFact({ ...rows, author: identity });
    return { ...fact, ...place.work(fact, program, organisation) };
  }
  const input = inputOf(rows);
  const fact = pullRequestFact(input);
  return { ...fact, ...place.work(fact, input.byProgram, organisation) };
}

/** Of a squash and its like the lines of the commits that landed it, which is what is left of the work. */
function addedIn(rows: MeasuredRows): number | null {
  if (rows.kind === 'landing') return addedLines(rows.changes, null);
  const { pullRequest, changes } = rows;
  return addedLines(changes, pullRequest.forge);
}

function keysOf(rows: MeasuredRows): readonly string[] {
  if (rows.kind === 'landing') return [];
  const { title, body, headBranch } = rows.pullRequest;
  const messages = rows.commits?.map(({ message }) => message) ?? [];
  return issueKeysIn({ title, body, branch: headBranch, messages });
}

function countLeftOut({ leftOut }: DeriveCounts, why: string | null): void {
  if (why !== null) leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
}
