import type Database from 'better-sqlite3';
import type { ListedPage, SharedPage } from '../model/shared-page.ts';

export type SharedPageTables = {
  /** Stores a page under its id, unless the same state was stored before; returns what is stored. */
  sharePage(page: SharedPage): Promise<SharedPage>;
  /** Null: there is none under this id, or it was deleted. */
  sharedPage(id: string): Promise<SharedPage | null>;
  /** The newest first, so many at most; and how many there are. */
  sharedPages(most: number): Promise<{ pages: ListedPage[]; all: number }>;
  /** False: there was none. */
  deleteSharedPage(id: string): Promise<boolean>;
};

const LISTED =
  'id, page, title, question, generation, data_until AS dataUntil, version, shared_at AS sharedAt';
const COLUMNS = `${LISTED}, state, answers`;

export function sharedPageTables(db: Database.Database): SharedPageTables {
  const add = db.prepare<[SharedPage]>(
    `INSERT INTO shared_page (id, state, page, title, question, generation, data_until, version, shared_at, answers)
     VALUES (@id, @state, @page, @title, @question, @generation, @dataUntil, @version, @sharedAt, @answers)
     ON CONFLICT (state) DO NOTHING`,
  );
  const byState = db.prepare<[string], SharedPage>(`SELECT ${COLUMNS} FROM shared_page WHERE state = ?`);
  const byId = db.prepare<[string], SharedPage>(`SELECT ${COLUMNS} FROM shared_page WHERE id = ?`);
  const newest = db.prepare<[number], ListedPage>(
    `SELECT ${LISTED} FROM shared_page ORDER BY shared_at DESC, id LIMIT ?`,
  );
  const count = db.prepare<[], number>('SELECT count(*) FROM shared_page').pluck();
  const drop = db.prepare<[string]>('DELETE FROM shared_page WHERE id = ?');
  return {
    async sharePage(page) {
      return db
        .transaction(() => {
          add.run(page);
          return byState.get(page.state) ?? page;
        })
        .immediate();
    },
    async sharedPage(id) {
      return byId.get(id) ?? null;
    },
    async sharedPages(most) {
      return db.transaction(() => ({ pages: newest.all(most), all: count.get() ?? 0 }))();
    },
    async deleteSharedPage(id) {
      return drop.run(id).changes > 0;
    },
  };
}
