import type Database from 'better-sqlite3';
import type { Sightings } from '../model/identity.ts';
import { organisationState } from './organisation-state.ts';
import * as schema from './schema-organisation.ts';
import { upsert } from './upsert.ts';

/** Keeps what commits tell of identities; to be called inside the transaction that writes the commits. */
export function sightingRows(db: Database.Database): (sightings: Sightings) => void {
  const links = upsert(db, schema.identityLink);
  const names = upsert(db, schema.identityName);
  const state = organisationState(db);
  return (sightings) => {
    for (const name of sightings.names) names.put(name);
    const fresh = sightings.links.filter((link) => links.put(link));
    if (fresh.length > 0) state.linksChanged();
  };
}
