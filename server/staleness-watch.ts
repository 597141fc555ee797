import { type Channels, deliver } from './deliver/deliver.ts';
import type { Schedule } from './ingest/schedule.ts';
import { DAY, type Instant, MINUTE } from './model/instant.ts';
import { staleSources } from './report/health/stale.ts';
import { messageOf } from './report/letters/letter.ts';
import { staleLetter, wellLetter } from './report/letters/stale-letter.ts';
import type { Store } from './store/open.ts';

const ABOUT = 'stale';
/** How often it looks, and tries again where nobody could be told. */
const PAUSE = 10 * MINUTE;
const RUNS = 2000;

type Watched = {
  store: Pick<Store, 'lastRuns' | 'told' | 'tell' | 'untell'>;
  /** As they are set up at the moment. */
  channels: () => Channels;
  /** Null: somebody else runs the imports; nights are days then. */
  schedule: Schedule | null;
  zone: string;
  now: () => Instant;
  fetch: typeof fetch;
  /** Told of each channel that took no message. */
  failed: (says: string) => void;
};

/**
 * Tells people elsewhere when data are older than two nights, once, and once when they are well again; also across restarts. What no
 * channel took is tried again.
 */
export function stalenessWatch(watched: Watched): { look(): Promise<void> } {
  const { store, channels, schedule, zone, now } = watched;
  let next = Number.NEGATIVE_INFINITY;
  const told = async (letter: Parameters<typeof messageOf>[0]): Promise<boolean> => {
    const sent = await deliver(channels(), messageOf(letter), watched.fetch, AbortSignal.timeout(MINUTE));
    for (const { channel, failed } of sent) if (failed !== null) watched.failed(`${channel}: ${failed}`);
    return sent.some(({ failed }) => failed === null);
  };
  return {
    async look() {
      const at = now();
      if (at < next || Object.keys(channels()).length === 0) return;
      next = at + PAUSE;
      const night = schedule === null ? at - 2 * DAY : schedule.last(schedule.last(at));
      const stale = staleSources(await store.lastRuns(RUNS), night, at);
      const raised = await store.told(ABOUT);
      if (stale.length > 0 && raised === null) {
        if (await told(staleLetter(stale, zone))) await store.tell(ABOUT, 'stale', at);
      } else if (stale.length === 0 && raised !== null) {
        if (await told(wellLetter(at, zone))) await store.untell(ABOUT);
      }
    },
  };
}
