import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateOrganisation } from '../../support/github/generated-organisation.ts';
import { hurriedGithub } from '../../support/github/hurried.ts';
import { startedGithub } from '../../support/github/started.ts';
import { digestIn, hurriedIngest, mixture } from '../../support/hurried.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const MIXTURES = 10;

test(`under ${MIXTURES} seeded mixtures of faults and kills an organisation comes in as undisturbed`, async () => {
  const acme = generateOrganisation({
    ...{ seed: 5, login: 'acme', repositories: 3, pullRequests: 90, many: 0.05 },
    ...{ from: '2026-01-05', until: '2026-06-01' },
  });
  const hurried = hurriedGithub(await startedGithub({ organisations: [acme] }), 'acme');
  const folder = temporaryFolder();
  const undisturbed = await hurriedIngest(hurried, join(folder, 'undisturbed'));
  expect(undisturbed.code, undisturbed.output).toBe(0);
  const wanted = await digestIn(join(folder, 'undisturbed'));
  let kills = 0;
  for (let seed = 1; seed <= MIXTURES; seed += 1) {
    const data = join(folder, `${seed}`);
    kills += await mixture(hurried, data, seed, undisturbed.took * 1.5);
    expect(await digestIn(data), `seed ${seed}`).toBe(wanted);
    rmSync(data, { recursive: true });
  }
  expect(kills).toBeGreaterThan(0);
});
