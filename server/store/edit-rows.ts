import type Database from 'better-sqlite3';
import type { Instant } from '../model/instant.ts';
import type { OrganisationEdit, RepositoryOwner, TeamSpell } from '../model/organisation.ts';
import type { DirtyMarks } from './dirty.ts';
import { programNotes } from './notes.ts';
import { organisationState } from './organisation-state.ts';
import { personRows } from './person-rows.ts';
import { rolloutRows } from './rollout-rows.ts';
import * as schema from './schema-organisation.ts';
import { upsert } from './upsert.ts';

/** Writes one edit with its version, and marks what it can change; to be called inside the transaction that decided it. */
export function editRows(
  db: Database.Database,
  mark: DirtyMarks,
): (edit: OrganisationEdit, at: Instant) => void {
  const teams = upsert(db, schema.team);
  const spells = upsert(db, schema.teamSpell);
  const owners = upsert(db, schema.repositoryOwner);
  const codeOwners = upsert(db, schema.codeOwners);
  const links = upsert(db, schema.identityLink);
  const rollouts = rolloutRows(db);
  const state = organisationState(db);
  const persons = personRows(db, mark);
  const say = programNotes(db);
  const dropLink = db.prepare('DELETE FROM identity_link WHERE a = ? AND b = ? AND kind = ?');
  const dropCodeOwners = db.prepare('DELETE FROM code_owners WHERE repository_id = ?');
  const remember = db.prepare(
    'INSERT INTO organisation_change (at, kind, summary, before) VALUES (?, ?, ?, ?)',
  );
  const clearSpells = db.prepare('DELETE FROM team_spell');
  const clearOwners = db.prepare('DELETE FROM repository_owner');
  const replaceSpells = (all: readonly TeamSpell[]) => {
    clearSpells.run();
    all.forEach(({ teamId, identity, from, to }, position) => {
      spells.put({ position, teamId, identity, fromDay: from, toDay: to });
    });
  };
  const replaceOwners = (all: readonly RepositoryOwner[]) => {
    clearOwners.run();
    all.forEach((owner, position) => {
      owners.put({ ...owner, position });
    });
  };

  return (edit, at) => {
    remember.run(at, edit.kind, edit.summary, JSON.stringify(edit.before));
    for (const identity of edit.changes.identities) mark.author(identity);
    for (const repositoryId of edit.changes.repositories) mark.unplaced(repositoryId);
    for (const team of edit.teams ?? []) teams.put(team);
    if (edit.spells) replaceSpells(edit.spells);
    if (edit.owners) replaceOwners(edit.owners);
    if (edit.codeOwners) {
      const { repositoryId, text } = edit.codeOwners;
      if (text === null) dropCodeOwners.run(repositoryId);
      else codeOwners.put({ repositoryId, text });
    }
    for (const { a, b, kind } of edit.links?.drop ?? []) dropLink.run(a, b, kind);
    for (const link of edit.links?.put ?? []) links.put(link);
    if (edit.persons) persons.replace(edit.persons);
    if (edit.rollouts) rollouts.replace(edit.rollouts);
    if (edit.note) say(edit.note);
    state.changed();
  };
}
