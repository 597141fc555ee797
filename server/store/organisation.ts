import type Database from 'better-sqlite3';
import type { Identity, IdentityLink } from '../model/identity.ts';
import type { Instant } from '../model/instant.ts';
import type {
  OrganisationChange,
  OrganisationEdit,
  OrganisationRows,
  OrganisationState,
} from '../model/organisation.ts';
import type { Rollout } from '../model/rollout.ts';
import { dirtyMarks } from './dirty.ts';
import { type DoneBy, finishedIssues, mergedWork } from './done-by.ts';
import { editRows } from './edit-rows.ts';
import { fence } from './lease.ts';
import { organisationReader } from './organisation-reader.ts';
import { organisationState } from './organisation-state.ts';
import { personRows } from './person-rows.ts';
import { touchedFacts } from './touched-facts.ts';

export type OrganisationTables = {
  organisation(): Promise<OrganisationRows>;
  /** What was rolled out to teams, by name. */
  rollouts(): Promise<readonly Rollout[]>;
  /**
   * One edit, decided on the state that it will change: `decide` (pure) says what to write, null that there is nothing to do,
   * or throws, and nothing is written. Returns the edit.
   */
  editOrganisation(
    at: Instant,
    decide: (state: OrganisationState) => OrganisationEdit | null,
  ): Promise<OrganisationEdit | null>;
  /**
   * Derives persons from the links where these have changed, and marks what that changes; so too when `zone` is not the one that
   * facts were placed by. Costs next to nothing otherwise. True when anything was marked.
   */
  settleOrganisation(
    holder: string,
    zone: string,
    personsOf: (links: readonly IdentityLink[]) => ReadonlyMap<Identity, string>,
  ): Promise<boolean>;
  /** The newest first, those before the change `before`. */
  organisationChanges(limit: number, before: number | null): Promise<OrganisationChange[]>;
  /** What a change replaced, as it was; undefined: there is no such change. */
  replacedBy(change: number): Promise<unknown>;
  /**
   * Pull requests merged from `since` until before `until` that measures count, by the identity of their author, without those
   * of programs; and how many there are by anybody. For whole groups and coarse shares only.
   */
  mergedBy(since: Instant, until: Instant): Promise<DoneBy>;
  /** The same of finished issues, by who had them when they were finished. */
  finishedBy(since: Instant, until: Instant): Promise<DoneBy>;
  /** Names that were seen with identities. */
  identityNames(): Promise<{ identity: Identity; name: string }[]>;
  identityLinks(): Promise<IdentityLink[]>;
};

export function organisationTables(db: Database.Database): OrganisationTables {
  const hold = fence(db);
  const mark = dirtyMarks(db);
  const rows = organisationReader(db);
  const state = organisationState(db);
  const persons = personRows(db, mark);
  const write = editRows(db, mark);
  const touched = touchedFacts(db);
  const links = db.prepare<[], IdentityLink>('SELECT a, b, kind FROM identity_link ORDER BY a, b, kind');
  const names = db.prepare<[], { identity: Identity; name: string }>(
    'SELECT identity, name FROM identity_name ORDER BY identity, name',
  );
  const dated = db
    .prepare<[], Identity>(
      'SELECT DISTINCT identity FROM team_spell WHERE from_day IS NOT NULL OR to_day IS NOT NULL',
    )
    .pluck();
  const seen = db.prepare<[{ identity: Identity }], number>(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM identity_name WHERE identity = @identity)
       OR EXISTS (SELECT 1 FROM identity_person WHERE identity = @identity)
       OR EXISTS (SELECT 1 FROM pull_request_fact WHERE author = @identity)`,
  );
  const merged = mergedWork(db);
  const finished = finishedIssues(db);
  const changes = db.prepare<[number, number], OrganisationChange>(
    'SELECT id, at, kind, summary FROM organisation_change WHERE id < ? ORDER BY id DESC LIMIT ?',
  );
  const replaced = db
    .prepare<[number], string>('SELECT before FROM organisation_change WHERE id = ?')
    .pluck();

  return {
    organisation: async () => db.transaction(rows)(),
    rollouts: async () => db.transaction(rows)().rollouts,
    async editOrganisation(at, decide) {
      return db
        .transaction(() => {
          const edit = decide({
            rows: rows(),
            links: links.all(),
            seen: (identity) => seen.get({ identity }) !== undefined,
            touched,
          });
          if (edit !== null) write(edit, at);
          return edit;
        })
        .immediate();
    },
    async settleOrganisation(holder, zone, personsOf) {
      return db
        .transaction(() => {
          hold(holder);
          const before = state.read();
          const moved = before.linksChanged && persons.replace(personsOf(links.all()));
          const rezoned = before.zone === zone ? [] : dated.all();
          for (const identity of rezoned) mark.author(identity);
          if (moved) state.changed();
          if (before.linksChanged || before.zone !== zone) state.settled(zone);
          return moved || rezoned.length > 0;
        })
        .immediate();
    },
    async organisationChanges(limit, before) {
      return changes.all(before ?? Number.MAX_SAFE_INTEGER, limit);
    },
    async replacedBy(change) {
      const text = replaced.get(change);
      return text === undefined ? undefined : JSON.parse(text);
    },
    mergedBy: async (since, until) => merged({ since, until }),
    finishedBy: (since, until) => finished({ since, until }),
    identityNames: async () => names.all(),
    identityLinks: async () => links.all(),
  };
}
