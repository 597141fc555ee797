import type { Instant } from '../model/instant.ts';
import type { Held } from './live.ts';
import { type AskedRepositories, askedRepositories } from './repositories.ts';
import { issueSide } from './side.ts';

/** Everything that was read. */
export type Reached = {
  asked: AskedRepositories;
  /** Projects of trackers, in the place of repositories. */
  projects: AskedRepositories;
  /** The instant that what reaches furthest is covered until: what ends much earlier is behind. Null: nothing is read. */
  dataUntil: Instant | null;
};

/** How far all that was read reaches. */
export function reachedBy(held: Held): Reached {
  const [asked, projects] = [askedRepositories(held, null), askedRepositories(issueSide(held), null)];
  const ends = [asked, projects].flatMap(({ dataUntil }) => dataUntil ?? []);
  return { asked, projects, dataUntil: ends.length === 0 ? null : Math.max(...ends) };
}
