import type { Snapshot } from '../../facts/columns/snapshot.ts';
import type { StatusStore } from './status-store.ts';

/** How long finished issues were in each of their statuses; those of the issue at `at` lie from `starts[at]` to `starts[at + 1]`. */
export type HeldTimes = {
  size: number;
  /** Numbers of the snapshot's projects and sets of teams; -1: it knows no such. */
  project: Int32Array;
  teamSet: Int32Array;
  /** The week of the finish. */
  week: Int32Array;
  starts: Int32Array;
  /** Place in `statuses`, in the order of first entry. */
  status: Uint16Array;
  milliseconds: Float64Array;
  statuses: readonly { trackerId: string; id: string }[];
};

const known = new WeakMap<Snapshot, WeakMap<StatusStore, Promise<HeldTimes>>>();

/**
 * The times of all finished issues, read once for each state of the issues, when they are first asked for: to read half a million takes
 * a second or two, in which others are served.
 */
export function heldTimes(snapshot: Snapshot, store: StatusStore): Promise<HeldTimes> {
  const stores = known.get(snapshot) ?? new WeakMap<StatusStore, Promise<HeldTimes>>();
  known.set(snapshot, stores);
  const before = stores.get(store);
  if (before !== undefined) return before;
  const reading = readTimes(snapshot, store);
  stores.set(store, reading);
  // What could not be read is read again when it is asked for again.
  reading.catch(() => stores.delete(store));
  return reading;
}

async function readTimes(
  { repositories, teamSets, weeks }: Snapshot,
  store: StatusStore,
): Promise<HeldTimes> {
  const project: number[] = [];
  const teamSet: number[] = [];
  const week: number[] = [];
  const starts = [0];
  const status: number[] = [];
  const milliseconds: number[] = [];
  const statuses: { trackerId: string; id: string }[] = [];
  const places = new Map<string, Map<string, number>>();
  const placeOf = (trackerId: string, id: string): number => {
    const own = places.get(trackerId) ?? new Map<string, number>();
    places.set(trackerId, own);
    const place = own.get(id) ?? statuses.push({ trackerId, id }) - 1;
    own.set(id, place);
    return place;
  };
  for await (const batch of store.finishedTimes(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)) {
    for (const { projectId, teams, finishedAt, times } of batch) {
      const trackerId = projectId.slice(0, projectId.lastIndexOf('/'));
      project.push(repositories.find(projectId) ?? -1);
      teamSet.push(teamSets.find(teams) ?? -1);
      week.push(weeks.weekOf(finishedAt));
      for (const [id, time] of times) {
        status.push(placeOf(trackerId, id));
        milliseconds.push(time);
      }
      starts.push(status.length);
    }
  }
  return {
    size: project.length,
    project: Int32Array.from(project),
    teamSet: Int32Array.from(teamSet),
    week: Int32Array.from(week),
    starts: Int32Array.from(starts),
    status: Uint16Array.from(status),
    milliseconds: Float64Array.from(milliseconds),
    statuses,
  };
}
