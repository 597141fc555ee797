import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Asked } from '../../server/ingest/sources.ts';
import { digestIn, hurriedIngest } from '../support/hurried.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { COPILOT_TOKEN, reportOf, startCopilot, userLine } from '../support/vendors/copilot.ts';
import { recentDays } from '../support/vendors/recent-days.ts';

const asked: Asked = { source: 'copilot', config: { owner: 'acme', days: 20 } };

const report = (place: number) =>
  reportOf(['ada', 'bob', 'cy'].map((login) => userLine(login, { loc_added_sum: place })));

test('a read of the use of Copilot that is killed at any request is carried on by the next, and nothing counts twice', async () => {
  const days = recentDays(10, 4);
  const fake = await startCopilot({
    reports: new Map(days.map((day, place) => [day, report(place)])),
    seats: ['ada', 'bob', 'cy', 'dot'].map((login) => ({
      ...{ login, since: '2026-01-05T09:00:00Z', lastActive: null },
    })),
  });
  const copilot = { asked, env: { GITHUB_API_URL: fake.url, COPILOT_TOKEN } };
  const folder = temporaryFolder();
  const undisturbed = join(folder, 'undisturbed');
  expect(await hurriedIngest(copilot, undisturbed)).toMatchObject({ code: 0, killed: false });
  const wanted = await digestIn(undisturbed);
  const all = fake.heard.length;
  expect(all).toBeGreaterThan(2 * days.length);

  const requestsAfter: number[] = [];
  for (const killedAt of [1, 2, Math.floor(all / 2), all - 1, all]) {
    const data = join(folder, `killed at ${killedAt}`);
    const shot = new AbortController();
    fake.heard.length = 0;
    fake.counted = (requests) => {
      if (requests === killedAt) shot.abort();
    };
    const { killed } = await hurriedIngest(copilot, data, undefined, shot.signal);
    expect(killed, `at request ${killedAt}`).toBe(true);
    fake.heard.length = 0;
    fake.counted = () => {};
    expect(await hurriedIngest(copilot, data)).toMatchObject({ code: 0 });
    requestsAfter.push(fake.heard.length);
    expect(await digestIn(data), `after a kill at request ${killedAt}`).toBe(wanted);
  }
  const [first = 0, , , late = 0] = requestsAfter;
  expect(first).toBe(all);
  expect(late).toBeLessThan(all / 2);
});
