import type Database from 'better-sqlite3';
import type { IssueInput, StatusMeaning } from '../facts/issue-input.ts';
import type { IssueLevel } from '../model/issue.ts';

/** What the ids stand for in the issues of a project. */
export type ProjectMeaning = Pick<IssueInput, 'status' | 'delivers'> & {
  trackerId: string;
  /** By the id of a type. */
  levels: ReadonlyMap<string, IssueLevel>;
};

type Told = Omit<ProjectMeaning, 'trackerId'>;

/** Reads within one transaction, each project and tracker once, what their ids stand for. */
export function projectMeanings(db: Database.Database): () => (projectId: string) => ProjectMeaning {
  const trackerOf = db.prepare<[string], string>('SELECT tracker_id FROM issue_project WHERE id = ?').pluck();
  const told = toldBy(db);
  return () => {
    const [projects, trackers] = [new Map<string, ProjectMeaning>(), new Map<string, Told>()];
    return (projectId) => {
      const known = projects.get(projectId);
      if (known !== undefined) return known;
      const trackerId = trackerOf.get(projectId);
      if (trackerId === undefined) throw new Error(`${projectId} has issues, but is not there`);
      const tracker = trackers.get(trackerId) ?? told(trackerId);
      trackers.set(trackerId, tracker);
      const meaning = { trackerId, ...tracker };
      projects.set(projectId, meaning);
      return meaning;
    };
  };
}

function toldBy(db: Database.Database): (trackerId: string) => Told {
  const statuses = db.prepare<[string], { id: string; category: StatusMeaning['category']; waiting: number }>(
    'SELECT id, category, waiting FROM issue_status WHERE tracker_id = ?',
  );
  const undelivered = db
    .prepare<[string], string>('SELECT id FROM issue_resolution WHERE tracker_id = ? AND delivers = 0')
    .pluck();
  const types = db.prepare<[string], { id: string; level: IssueLevel }>(
    'SELECT id, level FROM issue_type WHERE tracker_id = ?',
  );
  return (trackerId) => {
    const meanings = new Map(
      statuses.all(trackerId).map(({ id, category, waiting }) => [id, { category, waiting: waiting === 1 }]),
    );
    const never = new Set(undelivered.all(trackerId));
    return {
      levels: new Map(types.all(trackerId).map(({ id, level }) => [id, level])),
      status: (id) => meanings.get(id),
      delivers: (id) => !never.has(id),
    };
  };
}
