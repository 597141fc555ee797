import type { IssueStore } from '../../server/report/items/issue-store.ts';
import type { ItemStore } from '../../server/report/items/item-store.ts';

/** Nothing is known of any issue. */
const withoutIssues: IssueStore = {
  issueTexts: async () => new Map(),
  linkedWork: async () => new Map(),
  statusTimes: async () => [],
  async *allIssueTitles() {},
};

/** A store in which pull requests have these titles, by id. */
export function withTitles(titles: ReadonlyMap<string, string>): ItemStore {
  return {
    ...withoutIssues,
    itemTitles: async (ids) => new Map([...titles].filter(([id]) => ids.includes(id))),
    async *titlesLike() {
      yield [...titles].map(([id, title]) => {
        const at = id.lastIndexOf('#');
        return { repositoryId: id.slice(0, at), number: Number(id.slice(at + 1)), title };
      });
    },
    attributionOf: async () => null,
    dataVersion: async () => 1,
  };
}

export function withoutTitles(): ItemStore {
  return withTitles(new Map());
}
