import { MINUTE } from '../../model/instant.ts';
import type { IssueStatus } from '../../model/issue.ts';
import type { FinishedTimes } from './status-store.ts';

/** What being in a status means. */
type Kind = 'before' | 'hand' | 'waits' | 'done' | 'gone';

/** A status, or several of one name that mean the same, and how long issues were in it. */
export type InStatus = {
  key: string;
  name: string;
  kind: Kind;
  /** Minutes of each part's issues that were in it, one an issue. */
  values: number[][];
  /** All of these together. */
  total: number;
};

type Gathered = InStatus & { places: number };

/** Gathers the times of issues by what their statuses are called and mean, which is looked up by id and tracker. */
export function statusTimes(statuses: readonly (IssueStatus & { trackerId: string })[], parts: number) {
  const byId = new Map(statuses.map((status) => [`${status.trackerId} ${status.id}`, status]));
  const found = new Map<string, Gathered>();

  function statusOf(trackerId: string, id: string): Gathered {
    const status = byId.get(`${trackerId} ${id}`);
    const [name, kind] = [status?.name ?? `Status ${id}`, kindOf(status)];
    const key = `${name} ${kind}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const values = Array.from({ length: parts }, (): number[] => []);
    const fresh = { key, name, kind, values, total: 0, places: 0 };
    found.set(key, fresh);
    return fresh;
  }

  return {
    add({ projectId, times }: FinishedTimes, part: number): void {
      const tracker = projectId.slice(0, projectId.lastIndexOf('/'));
      const ofIssue = new Map<Gathered, number>();
      times.forEach(([id, time], place) => {
        const status = statusOf(tracker, id);
        status.places += times.length === 1 ? 0 : place / (times.length - 1);
        ofIssue.set(status, (ofIssue.get(status) ?? 0) + time);
      });
      for (const [status, time] of ofIssue) {
        const minutes = Math.round(time / MINUTE);
        status.values[part]?.push(minutes);
        status.total += minutes;
      }
    },
    /** As issues mostly go through them: what comes before progress first, what is done last. */
    inOrder(): InStatus[] {
      const order: Record<Kind, number> = { before: 0, hand: 1, waits: 1, gone: 2, done: 3 };
      const place = ({ values, places }: Gathered) =>
        places / values.reduce((sum, { length }) => sum + length, 0);
      return [...found.values()].sort(
        (one, other) =>
          order[one.kind] - order[other.kind] ||
          place(one) - place(other) ||
          one.key.localeCompare(other.key, 'en'),
      );
    },
  };
}

function kindOf(status: IssueStatus | undefined): Kind {
  if (status === undefined || status.category === null) return 'gone';
  if (status.category === 'new') return 'before';
  if (status.category === 'done') return 'done';
  return status.waiting ? 'waits' : 'hand';
}
