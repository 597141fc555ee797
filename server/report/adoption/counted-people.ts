import { number } from '../../words/number.ts';
import { FEWEST } from '../too-close.ts';
import { percent } from './adoption-words.ts';

/** A count of people that may be told: of nobody, or of five or more, and so is the rest. */
export function mayTell(some: number, of: number): boolean {
  const rest = of - some;
  return (some === 0 || some >= FEWEST) && (rest === 0 || rest >= FEWEST);
}

/** A row of people: "62 of 81 (77 %)", or why it is not told. */
export function peopleRow(name: string, some: number, of: number, isBeside = false) {
  const told = mayTell(some, of);
  const hidden = some < FEWEST ? 'fewer than five' : 'all but fewer than five';
  return {
    ...{ name, isBeside, low: null, high: null },
    value: told ? some : null,
    label: told ? `${number(some)} of ${number(of)} (${percent(of === 0 ? 0 : some / of)})` : hidden,
  };
}

/** Neighbouring groups put together until each is empty or has five people, in as many groups as that allows; names are joined by their ends. */
export function foldedBins<Bin extends { from: string; to: string; people: number }>(bins: readonly Bin[]) {
  const ways = Array.from({ length: 2 ** Math.max(0, bins.length - 1) }, (_, cuts) => groupsOf(bins, cuts));
  const told = ways.filter((groups) => groups.every(({ people }) => people === 0 || people >= FEWEST));
  const peopled = (groups: readonly { people: number }[]) => groups.filter(({ people }) => people > 0).length;
  const best = told.reduce<(typeof ways)[number] | undefined>(
    (most, one) =>
      most === undefined ||
      peopled(one) > peopled(most) ||
      (peopled(one) === peopled(most) && one.length > most.length)
        ? one
        : most,
    undefined,
  );
  return best ?? groupsOf(bins, 0);
}

/** `cuts`: a bit for each border between two neighbours. */
function groupsOf(bins: readonly { from: string; to: string; people: number }[], cuts: number) {
  const found: { from: string; to: string; people: number }[] = [];
  bins.forEach(({ from, to, people }, place) => {
    const last = found.at(-1);
    if (last === undefined || ((cuts >> (place - 1)) & 1) === 1) found.push({ from, to, people });
    else found.splice(-1, 1, { from: last.from, to, people: last.people + people });
  });
  return found;
}
