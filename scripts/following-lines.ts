import { openClone } from '../server/sources/git/clone.ts';
import { walkClone } from '../server/sources/git/walk.ts';
import { KeptRows } from '../tests/support/walked.ts';

/** Seconds of each 1,000 landings: what a walk takes longer that follows lines, with its rows in memory. */
export async function following(path: string): Promise<number> {
  const now = Date.now();
  const timed = async (rework: boolean) => {
    const rows = new KeptRows();
    const clone = await openClone({ path, rework }, { git: 'git', env: process.env, now });
    const begun = performance.now();
    for await (const step of (await walkClone(clone, rows, now, () => undefined)).steps) rows.write(step);
    return { seconds: (performance.now() - begun) / 1000, landings: rows.mainline.size };
  };
  const without = await timed(false);
  const { seconds, landings } = await timed(true);
  return ((seconds - without.seconds) / landings) * 1000;
}
