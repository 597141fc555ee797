import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { StoredProjects, StoredRows } from '../../model/rows.ts';
import { type Demo, SCENARIOS } from './config.ts';
import { OWNER } from './repositories.ts';
import { TRACKER } from './tracker.ts';

/** Grows with every change of what is generated. */
const VERSION = 2;

const Cursor = Type.Object({
  version: Type.Integer(),
  scenario: Type.Enum([...SCENARIOS]),
  seed: Type.Integer(),
  size: Type.Number(),
  until: Type.Integer(),
});

/** The same for every repository: it says which demo this is, and which program has made it. */
export function cursorOf({ scenario, seed, size, until }: Demo): string {
  return JSON.stringify({ version: VERSION, scenario, seed, size, until });
}

/** The demo that is stored, whole or in part; `null`: none; `unknown`: one that another version has made. */
export async function storedDemo(stored: Pick<StoredRows, 'repositories'>): Promise<Demo | 'unknown' | null> {
  const known = await stored.repositories(`${OWNER}/`);
  const begun = known.map(({ cursor, towards }) => cursor ?? towards).find((one) => one !== null);
  if (begun === undefined) return null;
  const cursor: unknown = JSON.parse(begun);
  if (!Value.Check(Cursor, cursor) || cursor.version !== VERSION) return 'unknown';
  const { scenario, seed, size, until } = cursor;
  return { scenario, seed, size, until };
}

/** Of these, the repositories and projects that were made to their end. */
export async function finished(
  stored: Pick<StoredRows, 'repositories'> & StoredProjects,
  cursor: string,
): Promise<ReadonlySet<string>> {
  const known = [...(await stored.repositories(`${OWNER}/`)), ...(await stored.projects(`${TRACKER}/`))];
  return new Set(known.filter((one) => one.cursor === cursor).map(({ id }) => id));
}
