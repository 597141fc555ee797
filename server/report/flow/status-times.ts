import { MINUTE } from '../../model/instant.ts';
import type { IssueStatus } from '../../model/issue.ts';
import type { HeldTimes } from './held-times.ts';

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

type Gathered = InStatus & {
  places: number;
  /** Of the issue being added: minutes so far, and which it is. */
  time: number;
  issue: number;
};

/** Gathers the times of issues by what their statuses are called and mean, which is looked up by id and tracker. */
export function statusTimes(
  statuses: readonly (IssueStatus & { trackerId: string })[],
  held: HeldTimes,
  parts: number,
) {
  const byId = new Map(statuses.map((status) => [`${status.trackerId} ${status.id}`, status]));
  const found = new Map<string, Gathered>();
  const ofPlace = held.statuses.map(({ trackerId, id }): Gathered => {
    const status = byId.get(`${trackerId} ${id}`);
    const [name, kind] = [status?.name ?? `Status ${id}`, kindOf(status)];
    const key = `${name} ${kind}`;
    const values = Array.from({ length: parts }, (): number[] => []);
    const one = found.get(key) ?? { key, name, kind, values, total: 0, places: 0, time: 0, issue: -1 };
    found.set(key, one);
    return one;
  });
  const entered = ({ values }: Gathered) => values.reduce((sum, { length }) => sum + length, 0);

  return {
    /** Adds the issue at a place of what is held. */
    add(issue: number, part: number): void {
      const [begin, end] = [held.starts[issue] ?? 0, held.starts[issue + 1] ?? 0];
      for (let at = begin; at < end; at++) {
        const status = ofPlace[held.status[at] ?? 0];
        if (status === undefined) continue;
        if (end - begin > 1) status.places += (at - begin) / (end - begin - 1);
        status.time = (status.issue === issue ? status.time : 0) + (held.milliseconds[at] ?? 0);
        status.issue = issue;
      }
      for (let at = begin; at < end; at++) {
        const status = ofPlace[held.status[at] ?? 0];
        // Several of its statuses may have one name.
        if (status?.issue !== issue) continue;
        const minutes = Math.round(status.time / MINUTE);
        status.values[part]?.push(minutes);
        status.total += minutes;
        status.issue = -1;
      }
    },
    /** As issues mostly go through them: what comes before progress first, what is done last. */
    inOrder(): InStatus[] {
      const order: Record<Kind, number> = { before: 0, hand: 1, waits: 1, gone: 2, done: 3 };
      const place = (status: Gathered) => status.places / entered(status);
      return [...found.values()]
        .filter((status) => entered(status) > 0)
        .sort(
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
