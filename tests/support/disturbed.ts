import { join } from 'node:path';
import { digestIn, type Hurried, hurriedIngest, mixture } from './hurried.ts';

export type Disturbed = { mixtures: number; kills: number; different: number };

/** How many of so many seeded mixtures end otherwise than an undisturbed ingest; databases of before are carried on. */
export async function disturbed(
  hurried: Hurried,
  folder: string,
  mixtures: number,
  salt = 0,
): Promise<Disturbed> {
  const data = (name: string | number) => join(folder, `${name}`);
  const { took } = await hurriedIngest(hurried, data('undisturbed'));
  const wanted = await digestIn(data('undisturbed'));
  let [different, kills] = [0, 0];
  for (let seed = 1; seed <= mixtures; seed += 1) {
    kills += await mixture(hurried, data(seed), salt + seed, took * 1.5);
    if ((await digestIn(data(seed))) !== wanted) different += 1;
  }
  return { mixtures, kills, different };
}
