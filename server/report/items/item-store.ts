export type ItemTitle = { repositoryId: string; number: number; title: string };

/** What a list of items needs of the store, beside what is held of it. */
export type ItemStore = {
  /** Titles of pull requests and first lines of pushes, by id; what is gone is missing. */
  itemTitles(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Titles of all pull requests, some thousands at a time. */
  allTitles(): AsyncIterable<readonly ItemTitle[]>;
  /** Changes whenever another process has committed: a title may be another one while nothing that is measured changed. */
  dataVersion(): Promise<number>;
};
