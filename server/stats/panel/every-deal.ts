import { type Numbers, sortedCopy } from '../numbers.ts';

/** Every order that differs of some starts, the given one among them; null: there are more than `most`. */
export function everyDeal(starts: Numbers, most: number): number[][] | null {
  const sorted = sortedCopy(starts);
  const kinds = [...new Set(sorted)];
  const left = kinds.map((kind) => sorted.filter((start) => start === kind).length);
  const found: number[][] = [];
  const deal = (dealt: readonly number[]): boolean => {
    if (dealt.length === starts.length) return found.push([...dealt]) <= most;
    return kinds.every((kind, index) => {
      const count = left[index] ?? 0;
      if (count === 0) return true;
      left[index] = count - 1;
      const isWithin = deal([...dealt, kind]);
      left[index] = count;
      return isWithin;
    });
  };
  return deal([]) ? found : null;
}
