import { directPushFact, type PullRequestFact, pullRequestFact } from '../facts/pull-request-fact.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import type { Progress } from '../model/rows.ts';
import { writerOf } from '../people/author.ts';
import { personsOf } from '../people/person.ts';
import type { MeasuredRows } from '../store/measured.ts';
import type { Store } from '../store/open.ts';
import { inputOf } from './measured-input.ts';
import { type Place, placer } from './placing.ts';

const BATCH = 2000;
/** Authors and repositories whose facts are marked in one transaction: some thousands of facts. */
const UNFOLDED = 20;

export type DeriveCounts = { measured: number; changed: number; leftOut: Map<string, number> };

/**
 * Rows to facts, for whatever is dirty, one transaction a batch: a killed derive goes on where it was. What has become known of
 * who is who comes first, since it makes facts dirty; `zone` is the one that days of memberships are meant in.
 */
export async function derive(
  store: Store,
  holder: string,
  zone: string,
  progress: (progress: Progress) => void,
): Promise<DeriveCounts> {
  const counts: DeriveCounts = { measured: 0, changed: 0, leftOut: new Map() };
  const place = placer(zone);
  const measure = (rows: MeasuredRows, organisation: OrganisationRows): PullRequestFact => {
    const fact = factOf(rows, organisation, place);
    if (fact.leftOut) counts.leftOut.set(fact.leftOut, (counts.leftOut.get(fact.leftOut) ?? 0) + 1);
    return fact;
  };
  await store.settleOrganisation(holder, zone, personsOf);
  const dirty = await store.dirtyCount();
  for (;;) {
    const { taken, changed } = await store.derive(holder, BATCH, measure);
    if (taken === 0 && (await store.unfoldMarks(holder, UNFOLDED)) === 0) return counts;
    counts.measured += taken;
    counts.changed += changed;
    progress({
      what: 'measuring pull requests',
      done: counts.measured,
      total: Math.max(dirty, counts.measured),
    });
  }
}

function factOf(rows: MeasuredRows, organisation: OrganisationRows, place: Place): PullRequestFact {
  if (rows.kind === 'landing') {
    const { identity, program } = writerOf(rows.commit.author);
    const fact = directPushFact({ ...rows, author: identity });
    return { ...fact, ...place(fact, program, organisation) };
  }
  const input = inputOf(rows);
  const fact = pullRequestFact(input);
  return { ...fact, ...place(fact, input.byProgram, organisation) };
}
