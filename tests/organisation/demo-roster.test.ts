import { join } from 'node:path';
import { expect, test } from 'vitest';
import { organisationOf } from '../../server/organisation/desk.ts';
import { rosterCsv } from '../../server/sources/demo/roster.ts';
import { writeDemo } from '../support/demo-held.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a demo’s roster means the same before anything was read and after it', async () => {
  const config = { scenario: 'real-gain', size: 0.2, until: '2026-11-16T03:00:00Z' } as const;
  const until = Date.parse(config.until);
  const store = await writeDemo(join(temporaryFolder(), 'data'), config);
  const desk = organisationOf(store, { now: () => until, zone: 'UTC' });
  expect(await desk.importRoster(rosterCsv(config, until))).toMatchObject({ changed: false });
  expect(await store.notes()).toEqual([]);
  store.close();
});
