/** How many items to ask for at once: halved when GitHub takes too long, grown again by a quarter after ten good pages. */
export type PageSize = {
  now(): number;
  /** A page of `asked` items failed. */
  failed(asked: number): void;
  /** A page came; `cost` is its price in points, if there is one. */
  good(cost: number | null): void;
};

/** Pull requests a page at which a walk begins. */
export const USUAL = 25;
const LARGEST = 50;
const GOOD_PAGES = 10;

/** `most`: never more than that. Beyond the usual size it grows only as long as an item does not become dearer. */
export function pageSize(start: number, most: number = LARGEST): PageSize {
  let limit = most;
  let current = Math.max(1, Math.min(start, limit));
  let good = 0;
  let usualPrice: number | null = null;
  return {
    now: () => current,
    failed(asked) {
      current = Math.max(1, Math.floor(Math.min(asked, current) / 2));
      good = 0;
    },
    good(cost) {
      if (cost !== null && current === USUAL) usualPrice = cost / current;
      if (cost !== null && usualPrice !== null && current > USUAL && cost / current > usualPrice) {
        limit = USUAL;
        current = USUAL;
      }
      good += 1;
      if (good < GOOD_PAGES) return;
      good = 0;
      const grown = Math.ceil(current * 1.25);
      current = Math.min(limit, current < USUAL ? Math.min(grown, USUAL) : grown);
    },
  };
}
