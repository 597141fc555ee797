import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  DeletedAnswer,
  SharedAnswer,
  SharedLink,
  SharedLinkAnswer,
  SharedPagesAnswer,
} from '../../server/contract/index.ts';
import { sharedRoutes } from '../../server/contract/routes.ts';
import { mayBeShared } from '../../server/contract/shareable.ts';
import { pathsInView } from './answer-paths.ts';
import { read, readLive, write } from './client.ts';

/** A page that was shared; it never changes, so that it is asked for once. */
export function useSharedPage(id: string) {
  const address = sharedRoutes.share.replace(':id', encodeURIComponent(id));
  return useQuery({
    queryKey: ['shared', address],
    queryFn: ({ signal }) => readLive<SharedAnswer>(address, signal),
  });
}

const list = ['shared pages'] as const;

/** What has been shared; it holds nothing for those who may not take it back. */
export function useSharedPages() {
  return useQuery({
    queryKey: list,
    queryFn: ({ signal }) => read<SharedPagesAnswer>(sharedRoutes.shares, signal),
    // Another page, or another window, may have shared since.
    staleTime: 0,
  });
}

/** Deletes what was shared: its link then opens nothing. */
export function useTakeBack(): (id: string) => Promise<unknown> {
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationFn: (id: string) =>
      write<DeletedAnswer>('DELETE', sharedRoutes.share.replace(':id', encodeURIComponent(id))),
    onSuccess: () => client.invalidateQueries({ queryKey: list }),
  });
  return mutateAsync;
}

/** Where a file that was kept of a shared page is to be had, by the address at which the server gives that of today. */
export function sharedFileAddress(id: string, csvAddress: string): string {
  const file = sharedRoutes.file.replace(':id', encodeURIComponent(id));
  return `${file}?${new URLSearchParams({ of: csvAddress })}`;
}

/**
 * Keeps what the page in view shows, when all of it is there: the calls are those that it has made, and the server answers
 * each of them once more. Throws ApiError.
 */
export async function sharePage(client: QueryClient, place: Location, title: string): Promise<SharedLink> {
  await answered(client);
  const { data } = await write<SharedLinkAnswer>('POST', sharedRoutes.shares, {
    page: place.pathname,
    question: place.search.slice(1),
    title: title.replace(/ · Uptake$/, '').slice(0, 300),
    calls: [...new Set(pathsInView(client).filter(mayBeShared))],
  });
  return data;
}

/** When nothing in view waits for its first answer any more. */
function answered(client: QueryClient): Promise<void> {
  const cache = client.getQueryCache();
  const waits = () =>
    cache
      .findAll({ type: 'active' })
      .some(({ state }) => state.fetchStatus === 'fetching' && state.data === undefined);
  return new Promise((resolve) => {
    if (!waits()) return resolve();
    const leave = cache.subscribe(() => {
      if (waits()) return;
      leave();
      resolve();
    });
  });
}
