/** A page with its question, as they were shared. */
export type SharedPlace = { readonly id: string; readonly page: string; readonly question: string };

/** The id under which numbers were kept, of an address's query string; null: those of today are asked for. */
export function asofOf(search: string): string | null {
  return new URLSearchParams(search).get('asof');
}

/** An address without the moment that it was of. */
export function today(search: string): string {
  const query = new URLSearchParams(search);
  query.delete('asof');
  return query.size === 0 ? '' : `?${query}`;
}

/** Whether a place shows the numbers that were kept: whether as charts or as tables is not a question of numbers. */
export function isKept(shared: SharedPlace, path: string, search: string): boolean {
  return path === shared.page && withoutShow(search) === withoutShow(shared.question);
}

/** The address of a place that was kept: with its moment, and shown as wanted. */
export function keptAddress({ id, page }: SharedPlace, search: string): string {
  const query = new URLSearchParams(today(search));
  query.append('asof', id);
  return `${page}?${query}`;
}

function withoutShow(search: string): string {
  const query = new URLSearchParams(today(search));
  query.delete('show');
  return [...query]
    .map((pair) => pair.join('='))
    .sort()
    .join('&');
}
