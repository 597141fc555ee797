import type { Organising } from '../../server/api/deps.ts';
import { organisationOf } from '../../server/organisation/desk.ts';
import { notesOf } from '../../server/organisation/note-desk.ts';
import type { Store } from '../../server/store/open.ts';

/** What editing needs, over a real store; ids of shared pages count up, so that a test can name them. */
export function organisingOf(store: Store, over: Partial<Organising> = {}): Organising {
  const now = () => Date.parse('2026-11-01T00:00:00Z');
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  return {
    desk: organisationOf(store, { now, zone: 'UTC' }),
    noteDesk: notesOf(store, { now }),
    sharing: { pages: store, newId, now },
    measureSoon: () => undefined,
    seed: () => 7,
    ...over,
  };
}
