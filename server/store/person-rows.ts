import type Database from 'better-sqlite3';
import type { Identity } from '../model/identity.ts';
import type { DirtyMarks } from './dirty.ts';
import * as schema from './schema-organisation.ts';
import { upsert } from './upsert.ts';

export type PersonRows = {
  /**
   * Makes `persons` the person of every identity, and marks the work of all whose person is another one now or has gained or
   * lost an identity. True when anything changed.
   */
  replace(persons: ReadonlyMap<Identity, string>): boolean;
};

export function personRows(db: Database.Database, mark: DirtyMarks): PersonRows {
  const rows = upsert(db, schema.identityPerson);
  const all = db.prepare<[], [Identity, string]>('SELECT identity, person FROM identity_person').raw();
  const drop = db.prepare('DELETE FROM identity_person WHERE identity = ?');
  return {
    replace(persons) {
      const before = new Map(all.all());
      const gone = [...before.keys()].filter((identity) => !persons.has(identity));
      const moved = [...persons.keys()].filter((identity) => persons.get(identity) !== before.get(identity));
      const changed = [...gone, ...moved];
      for (const identity of changed) mark.author(identity);
      for (const identity of gone) drop.run(identity);
      for (const identity of moved) rows.put({ identity, person: persons.get(identity) ?? '' });
      // Once more: now for those whom they have joined.
      for (const identity of changed) mark.author(identity);
      return changed.length > 0;
    },
  };
}
