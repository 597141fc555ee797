import type { Choices } from '../../server/contract/index.ts';
import { issuesList } from './issues-filters.ts';
import { itemsList } from './items-filters.ts';
import type { RepositoryChoice } from './labels.ts';
import { useList } from './use-list.ts';

/** The list of pull requests that the address holds. */
export function useItems(repositories?: readonly RepositoryChoice[], choices?: Choices) {
  return useList(itemsList, repositories, choices);
}

/** The list of issues that it holds. */
export function useIssues(repositories?: readonly RepositoryChoice[], choices?: Choices) {
  return useList(issuesList, repositories, choices);
}

export type Items = ReturnType<typeof useItems>;
export type Issues = ReturnType<typeof useIssues>;

/** What every list can do, whatever it lists. */
export type AnyList = Pick<Items, 'question' | 'unknown' | 'ask' | 'go' | 'clear' | 'forget' | 'restart'> & {
  hrefWith(change: { cursor?: string }): string;
};
