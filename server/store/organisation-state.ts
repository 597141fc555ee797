import type Database from 'better-sqlite3';

/** The one row of `organisation_state`; written inside the transaction that changes what it tells of. */
export type OrganisationStateRow = {
  /** Something changed that placing people rests on. */
  changed(): void;
  linksChanged(): void;
  /** Persons have been derived from all links, and facts placed by this zone. */
  settled(zone: string): void;
  read(): { linksChanged: boolean; zone: string | null };
};

export function organisationState(db: Database.Database): OrganisationStateRow {
  const put = (values: string, update: string) =>
    db.prepare(
      `INSERT INTO organisation_state (only, version, links_changed, zone) VALUES (1, ${values})
       ON CONFLICT (only) DO UPDATE SET ${update}`,
    );
  const changed = put('1, 0, NULL', 'version = version + 1');
  const links = put('1, 1, NULL', 'links_changed = 1');
  const settled = put('1, 0, @zone', 'links_changed = 0, zone = @zone');
  const read = db.prepare<[], { linksChanged: number; zone: string | null }>(
    'SELECT links_changed AS linksChanged, zone FROM organisation_state',
  );
  return {
    changed: () => void changed.run(),
    linksChanged: () => void links.run(),
    settled: (zone) => void settled.run({ zone }),
    read() {
      const row = read.get();
      return { linksChanged: row?.linksChanged === 1, zone: row?.zone ?? null };
    },
  };
}
