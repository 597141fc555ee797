import { describe, expect, test } from 'vitest';
import { randomHistory, seededRandom } from '../../support/random-history.ts';
import { KeptRows, startWalk, walked } from '../../support/walked.ts';

const SEEDS = [1, 2, 3, 4, 5, 109, 157];

describe('A random history', () => {
  test.each(SEEDS)('read in pieces gives the rows of a walk from the beginning (seed %i)', async (seed) => {
    const { repository, tips } = randomHistory(seed, 40);
    const random = seededRandom(seed * 1000);
    const cuts = tips.filter((_, index) => index === tips.length - 1 || random() < 0.15);
    const pieces = new KeptRows();
    for (const cut of cuts) await walked(repository.point('main', cut), { rows: pieces });
    expect(pieces.dump()).toEqual((await walked(repository)).dump());
  });

  test.each(SEEDS)(
    'read by a walk that is stopped at any step gives the same rows (seed %i)',
    async (seed) => {
      const { repository, tips } = randomHistory(seed, 25);
      const random = seededRandom(seed * 1000 + 1);
      const rows = new KeptRows();
      await walked(repository.point('main', tips[Math.floor(random() * tips.length)]), { rows });
      for (let stop = 1; stop < 4; stop += 1) {
        let written = 0;
        for await (const step of (await startWalk(repository.point('main'), { rows })).steps) {
          if (written === stop) break;
          written += 1;
          rows.write(step);
        }
      }
      await walked(repository, { rows });
      expect(rows.dump()).toEqual((await walked(repository)).dump());
    },
  );

  test('has every kind of landing', async () => {
    const { repository } = randomHistory(1, 40);
    const rows = await walked(repository.point('main'));
    const kinds = new Set([...rows.pullRequests.values()].map((row) => row.landing));
    expect(kinds).toEqual(new Set(['merge', 'squash', 'rebase']));
    const landed = new Set([...rows.mainline.values()].map((row) => row.landedBy));
    expect(landed).toEqual(new Set(['pull-request', 'direct-push', 'branch-merge']));
  });
});
