import type Database from 'better-sqlite3';
import type { SharedPage } from '../model/shared-page.ts';

export type SharedPageTables = {
  /** Stores a page under its id, unless the same state was stored before; returns what is stored. */
  sharePage(page: SharedPage): Promise<SharedPage>;
  /** Null: there is none under this id, or it was deleted. */
  sharedPage(id: string): Promise<SharedPage | null>;
  /** False: there was none. */
  deleteSharedPage(id: string): Promise<boolean>;
};

const COLUMNS =
  'id, state, page, question, generation, data_until AS dataUntil, version, shared_at AS sharedAt, answers';

export function sharedPageTables(db: Database.Database): SharedPageTables {
  const add = db.prepare<[SharedPage]>(
    `INSERT INTO shared_page (id, state, page, question, generation, data_until, version, shared_at, answers)
     VALUES (@id, @state, @page, @question, @generation, @dataUntil, @version, @sharedAt, @answers)
     ON CONFLICT (state) DO NOTHING`,
  );
  const byState = db.prepare<[string], SharedPage>(`SELECT ${COLUMNS} FROM shared_page WHERE state = ?`);
  const byId = db.prepare<[string], SharedPage>(`SELECT ${COLUMNS} FROM shared_page WHERE id = ?`);
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
    async deleteSharedPage(id) {
      return drop.run(id).changes > 0;
    },
  };
}
