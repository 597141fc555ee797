import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { digestIn, hurriedIngest, mixture } from '../../support/hurried.ts';
import { startBenchJira, weekLater } from '../../support/jira/bench-jira.ts';
import { hurriedJira } from '../../support/jira/hurried.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test.each([
  { deployment: 'Cloud', seeds: [1, 2, 3] },
  { deployment: 'Server', seeds: [4, 5] },
] as const)(
  'under seeded mixtures of faults and kills a Jira $deployment comes in as undisturbed, at first and a week later',
  async ({ deployment, seeds }) => {
    const fake = await startBenchJira(deployment, 300);
    onTestFinished(() => fake.close());
    const [jira, folder] = [hurriedJira(fake), temporaryFolder()];
    const undisturbed = join(folder, 'undisturbed');
    let kills = 0;
    const disturbedAs = async (when: string, salt: number) => {
      const { code, took, output } = await hurriedIngest(jira, undisturbed);
      expect(code, output).toBe(0);
      const wanted = await digestIn(undisturbed);
      for (const seed of seeds) {
        const data = join(folder, `${seed}`);
        kills += await mixture(jira, data, salt + seed, took * 1.5);
        expect(await digestIn(data), `seed ${seed}, ${when}`).toBe(wanted);
      }
      return wanted;
    };
    const first = await disturbedAs('at first', 0);
    expect(weekLater(fake)).toBeGreaterThan(0);
    expect(await disturbedAs('a week later', 1000)).not.toBe(first);
    expect(kills).toBeGreaterThan(0);
  },
);
