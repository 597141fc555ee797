import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { IssuesAnswer, IssuesView, IssueWhyAnswer, View } from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';
import { read } from './client.ts';

function withQuery(route: string, asked: IssuesView): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    for (const one of [value ?? []].flat()) query.append(name, one);
  }
  return query.size === 0 ? route : `${route}?${query}`;
}

/** Everything that the list selects, as a file in RFC 4180. */
export function issuesCsvAddress({ cursor: _, ...asked }: IssuesView): string {
  return withQuery(routes.issuesCsv, asked);
}

/** One page of a list of issues, as `useItemsPage`. */
export function useIssuesPage(asked: IssuesView, settled: boolean) {
  const address = withQuery(routes.issues, asked);
  return useQuery({
    queryKey: ['issues', address],
    queryFn: ({ signal }) => read<IssuesAnswer>(address, signal),
    enabled: settled,
    placeholderData: keepPreviousData,
  });
}

/** Why one issue counts, measure by measure; asked when somebody wants to know. */
export function useIssueWhy(id: string, view: View) {
  const address = withQuery(routes.issueWhy, { ...view, id });
  return useQuery({
    queryKey: ['issue-why', address],
    queryFn: ({ signal }) => read<IssueWhyAnswer>(address, signal),
  });
}
