import { integer } from 'drizzle-orm/sqlite-core/columns/integer';
import { text } from 'drizzle-orm/sqlite-core/columns/text';
import { index } from 'drizzle-orm/sqlite-core/indexes';
import { primaryKey } from 'drizzle-orm/sqlite-core/primary-keys';
import { sqliteTable } from 'drizzle-orm/sqlite-core/table';
import { repository } from './schema.ts';

// Who is who, and who belongs where and when: see schema.ts for what all tables have in common.

/** What is known of two identities, the smaller first: `observed`, `stated` or `apart`. Links, not who follows from them. */
export const identityLink = sqliteTable(
  'identity_link',
  {
    a: text().notNull(),
    b: text().notNull(),
    kind: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.a, t.b, t.kind] })],
);

/** Names that somebody wrote as an identity; they join nobody. */
export const identityName = sqliteTable(
  'identity_name',
  {
    identity: text().notNull(),
    name: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.identity, t.name] })],
);

/** The person of every identity that has a link, derived from the links; any other is a person of its own. */
export const identityPerson = sqliteTable(
  'identity_person',
  {
    identity: text().primaryKey(),
    person: text().notNull(),
  },
  (t) => [index('identity_person_by_person').on(t.person)],
);

/** Teams that somebody stated or renamed; those of a forge need no row here. */
export const team = sqliteTable('team', {
  id: text().primaryKey(),
  name: text().notNull(),
});

/** Stated memberships, by ISO days, both inclusive; null: since ever, and still. The position is that of the line. */
export const teamSpell = sqliteTable('team_spell', {
  position: integer().primaryKey(),
  teamId: teamKey(),
  identity: text().notNull(),
  fromDay: text('from_day'),
  toDay: text('to_day'),
});

/** Which team owns the repositories that a pattern fits; of several the last counts. */
export const repositoryOwner = sqliteTable('repository_owner', {
  position: integer().primaryKey(),
  pattern: text().notNull(),
  teamId: teamKey(),
});

/** CODEOWNERS that somebody gave for a repository, in place of what its source reads. */
export const codeOwners = sqliteTable('code_owners', {
  repositoryId: text('repository_id')
    .primaryKey()
    .references(() => repository.id, { onDelete: 'cascade' }),
  text: text().notNull(),
});

/** What was rolled out to teams. See model/rollout.ts. */
export const rollout = sqliteTable('rollout', {
  id: text().primaryKey(),
  name: text().notNull(),
  tool: text(),
  kind: text().notNull(),
  /** The last draw of an order, as JSON; null: none was drawn. */
  draw: text(),
});

/** The ISO day on which a team starts; null: it has no date. Of a team of a forge too, which needs no row in `team`. */
export const rolloutStart = sqliteTable(
  'rollout_start',
  {
    rolloutId: text('rollout_id')
      .notNull()
      .references(() => rollout.id, { onDelete: 'cascade' }),
    teamId: text('team_id').notNull(),
    day: text(),
  },
  (t) => [primaryKey({ columns: [t.rolloutId, t.teamId] })],
);

/** Every edit, with what it replaced as JSON. */
export const organisationChange = sqliteTable('organisation_change', {
  id: integer().primaryKey(),
  at: integer().notNull(),
  kind: text().notNull(),
  summary: text().notNull(),
  before: text().notNull(),
});

/** One row. */
export const organisationState = sqliteTable('organisation_state', {
  only: integer().primaryKey(),
  /** Grows with every change of what placing people rests on, so that a process that holds it knows when to read it again. */
  version: integer().notNull(),
  /** 1: there are links from which persons have not been derived yet. */
  linksChanged: integer('links_changed').notNull(),
  /** The zone whose days the facts were placed by; null: none were yet. */
  zone: text(),
});

function teamKey() {
  return text('team_id')
    .notNull()
    .references(() => team.id);
}
