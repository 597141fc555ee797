import { nights } from '../tests/support/nights.ts';
import { withFolder } from './bench-folder.ts';
import { atMost, described, type Figure } from './figure.ts';

const [SEEDS, NIGHTS] = [50, 21];

/** Seeded stretches of troubled nights, each of which has to end as one clean import does. */
export function nightFigures(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    let [different, troubled] = [0, 0];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const { same, troubles } = await nights(seed, NIGHTS, folder);
      if (!same) different += 1;
      troubled += NIGHTS - (troubles.get('none') ?? 0);
    }
    return [
      described('stretches of 21 nights', SEEDS, ''),
      described('troubled nights among them', troubled, ''),
      atMost('stretches that ended otherwise than a clean import', different, '', 0),
    ];
  });
}
