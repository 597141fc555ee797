import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ItemsAnswer, ItemsView, View, WhyAnswer } from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';
import { read } from './client.ts';

function withQuery(route: string, asked: ItemsView): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    for (const one of [value ?? []].flat()) query.append(name, one);
  }
  return query.size === 0 ? route : `${route}?${query}`;
}

/** Everything that the list selects, as a file in RFC 4180. */
export function itemsCsvAddress({ cursor: _, ...asked }: ItemsView): string {
  return withQuery(routes.itemsCsv, asked);
}

/**
 * One page of a list of items. The page before stays while the next is fetched, or while it is not `settled` yet whether the
 * question may be asked.
 */
export function useItemsPage(asked: ItemsView, settled: boolean) {
  const address = withQuery(routes.items, asked);
  return useQuery({
    queryKey: ['items', address],
    queryFn: ({ signal }) => read<ItemsAnswer>(address, signal),
    enabled: settled,
    placeholderData: keepPreviousData,
  });
}

/** Why one item counts, measure by measure; asked when somebody wants to know. */
export function useWhy(id: string, view: View) {
  const address = withQuery(routes.itemWhy, { ...view, id });
  return useQuery({
    queryKey: ['item-why', address],
    queryFn: ({ signal }) => read<WhyAnswer>(address, signal),
  });
}
