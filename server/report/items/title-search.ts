import type { Held } from '../live.ts';
import type { ItemStore, ItemTitle } from './item-store.ts';
import { shownTitle } from './shown-title.ts';

/** Numbers of pull requests by the number of their repository. */
export type Titled = ReadonlyMap<number, ReadonlySet<number>>;

const known = new WeakMap<Held, Map<string, Promise<Titled>>>();
/** Somebody who turns pages asks the same again and again; a second one may be there too. */
const KEPT = 2;

/** Null: none are asked for. */
export async function titledOf(
  held: Held,
  store: Pick<ItemStore, 'titlesLike'>,
  words: string | null,
): Promise<Titled | null> {
  return words === null ? null : titledWith(held, words.toLowerCase(), (wanted) => store.titlesLike(wanted));
}

/** Which pull requests have some words in their title, whatever the case. Looked for once for each state of the data. */
function titledWith(
  held: Held,
  wanted: string,
  titlesLike: (words: string) => AsyncIterable<readonly ItemTitle[]>,
): Promise<Titled> {
  const ofHeld = known.get(held) ?? new Map<string, Promise<Titled>>();
  known.set(held, ofHeld);
  const before = ofHeld.get(wanted);
  if (before !== undefined) return before;
  for (const oldest of ofHeld.keys()) if (ofHeld.size >= KEPT) ofHeld.delete(oldest);
  const found = search(held, wanted, titlesLike(wanted));
  ofHeld.set(wanted, found);
  found.catch(() => ofHeld.delete(wanted));
  return found;
}

async function search(
  { snapshot: { repositories } }: Held,
  wanted: string,
  titles: AsyncIterable<readonly ItemTitle[]>,
): Promise<Titled> {
  const found = new Map<number, Set<number>>();
  for await (const some of titles) {
    for (const { repositoryId, number, title } of some) {
      if (!shownTitle(title).toLowerCase().includes(wanted)) continue;
      const repository = repositories.find(repositoryId);
      if (repository === undefined) continue;
      const numbers = found.get(repository);
      if (numbers === undefined) found.set(repository, new Set([number]));
      else numbers.add(number);
    }
  }
  return found;
}
