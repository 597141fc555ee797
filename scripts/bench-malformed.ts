import { malformed } from '../tests/support/malformed.ts';
import { withFolder } from './bench-folder.ts';
import { atMost, described, type Figure } from './figure.ts';

const EACH = 1250;

/** 5,000 malformed inputs of four kinds, each of which has to be answered with a sentence. */
export function malformedFigures(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const { asked, refused, faults } = await malformed(7, EACH, folder);
    for (const fault of faults.slice(0, 10)) console.error(fault);
    return [
      described('malformed inputs', asked, ''),
      described('refused with a sentence', refused, ''),
      atMost('answered otherwise', faults.length, '', 0),
    ];
  });
}
