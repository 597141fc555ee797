import type { ItemStore } from '../../server/report/items/item-store.ts';

/** A store in which pull requests have these titles, by id. */
export function withTitles(titles: ReadonlyMap<string, string>): ItemStore {
  return {
    itemTitles: async (ids) => new Map([...titles].filter(([id]) => ids.includes(id))),
    async *allTitles() {
      yield [...titles].map(([id, title]) => {
        const at = id.lastIndexOf('#');
        return { repositoryId: id.slice(0, at), number: Number(id.slice(at + 1)), title };
      });
    },
    dataVersion: async () => 1,
  };
}

export function withoutTitles(): ItemStore {
  return withTitles(new Map());
}
