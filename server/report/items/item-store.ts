import type { Attribution } from '../../facts/attribution/evidence.ts';
import type { IssueStore } from './issue-store.ts';

export type ItemTitle = { repositoryId: string; number: number; title: string };

/** What a list of items needs of the store, beside what is held of it. */
export type ItemStore = IssueStore & {
  /** Titles of pull requests and first lines of pushes, by id; what is gone is missing. */
  itemTitles(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** At least the titles that have some words, whatever the case, some thousands at a time, some of them twice. */
  titlesLike(words: string): AsyncIterable<readonly ItemTitle[]>;
  /** How AI took part in an item, by the rules that count; null: not looked at yet. */
  attributionOf(id: string): Promise<Attribution | null>;
  /** Changes whenever another process has committed: a title may be another one while nothing that is measured changed. */
  dataVersion(): Promise<number>;
};
