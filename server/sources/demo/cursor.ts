import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { KnownProject } from '../../model/issue.ts';
import type { KnownRepository } from '../../model/repository.ts';
import type { StoredProjects, StoredRows } from '../../model/rows.ts';
import { type Demo, SCENARIOS } from './config.ts';
import { OWNER } from './repositories.ts';
import { TRACKER } from './tracker.ts';

/** Repositories and projects of a demo that are stored already. */
export type StoredDemo = Pick<StoredRows, 'repositories'> & StoredProjects;

/** Grows with every change of what is generated. */
const VERSION = 8;

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
export async function storedDemo(stored: StoredDemo): Promise<Demo | 'unknown' | null> {
  const known = await storedParts(stored);
  const begun = known.map(({ cursor, towards }) => cursor ?? towards).find((one) => one !== null);
  if (begun === undefined) return null;
  const cursor: unknown = JSON.parse(begun);
  if (!Value.Check(Cursor, cursor) || cursor.version !== VERSION) return 'unknown';
  const { scenario, seed, size, until } = cursor;
  return { scenario, seed, size, until };
}

/** Of these, the repositories and projects that were made to their end. */
export async function finished(stored: StoredDemo, cursor: string): Promise<ReadonlySet<string>> {
  const known = await storedParts(stored);
  return new Set(known.filter((one) => one.cursor === cursor).map(({ id }) => id));
}

async function storedParts(stored: StoredDemo): Promise<(KnownRepository | KnownProject)[]> {
  return [...(await stored.repositories(`${OWNER}/`)), ...(await stored.projects(`${TRACKER}/`))];
}
