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

/** Neighbouring groups put together until each is empty or has five people; `names` are joined by their ends. */
export function foldedBins<Bin extends { from: string; to: string; people: number }>(bins: readonly Bin[]) {
  const found = bins.map(({ from, to, people }) => ({ from, to, people }));
  for (;;) {
    const small = found.findIndex(({ people }) => people > 0 && people < FEWEST);
    if (small < 0 || found.length === 1) return found;
    const [left, right] = [found[small - 1], found[small + 1]];
    const into = left !== undefined && (right === undefined || cost(left) <= cost(right)) ? small - 1 : small;
    const [one, other] = [found[into], found[into + 1]];
    if (one === undefined || other === undefined) return found;
    found.splice(into, 2, { from: one.from, to: other.to, people: one.people + other.people });
  }
}

/** The smaller neighbour; one of nobody last, since it would hide that it is empty and help nothing. */
function cost({ people }: { people: number }): number {
  return people === 0 ? Number.POSITIVE_INFINITY : people;
}
