import { type Disturbed, disturbed } from '../tests/support/disturbed.ts';
import { startBenchJira, weekLater } from '../tests/support/jira/bench-jira.ts';
import { hurriedJira } from '../tests/support/jira/hurried.ts';
import { disturbedFigures } from './bench-faults.ts';
import { withFolder } from './bench-folder.ts';
import type { Figure } from './figure.ts';

/** Of each kind of Jira, at first and once more a week later: 200 in all. */
const MIXTURES = 50;

/** Seeded mixtures of faults and kills of Jira, each in a database of its own. */
export async function jiraFigures(): Promise<Figure[]> {
  const told: Disturbed[] = [];
  for (const deployment of ['Cloud', 'Server'] as const) {
    const fake = await startBenchJira(deployment, 300);
    const jira = hurriedJira(fake);
    await withFolder(async (folder) => {
      told.push(await disturbed(jira, folder, MIXTURES));
      weekLater(fake);
      told.push(await disturbed(jira, folder, MIXTURES, 1000));
    });
    await fake.close();
  }
  const sum = (of: keyof Disturbed) => told.reduce((total, one) => total + one[of], 0);
  return disturbedFigures('Jira', {
    mixtures: sum('mixtures'),
    kills: sum('kills'),
    different: sum('different'),
  });
}
