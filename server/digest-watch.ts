import type { VerdictAnswer } from './contract/verdict.ts';
import { type Channels, type Delivery, deliver } from './deliver/deliver.ts';
import type { Schedule } from './ingest/schedule.ts';
import { type Instant, MINUTE } from './model/instant.ts';
import { digestLetter, digestState } from './report/letters/digest-letter.ts';
import { messageOf } from './report/letters/letter.ts';
import type { Store } from './store/open.ts';

const ABOUT = 'digest';

export type Digested = {
  store: Pick<Store, 'told' | 'tell'>;
  /** As they are set up at the moment. */
  channels: () => Channels;
  /** Null: nothing is sent by itself. */
  schedule: Schedule | null;
  /** The verdict of this moment, and how far its data reach in words. */
  verdict: () => { answer: VerdictAnswer; dataLine: string };
  /** Where the pages are asked for by those who read it; null: nowhere that they could reach. */
  address: string | null;
  now: () => Instant;
  fetch: typeof fetch;
  /** Told of each channel that took no message. */
  failed: (says: string) => void;
};

/**
 * Sends the weekly digest when its time has come, unless it would say what the last one said: a quiet week is silent. A week in which
 * nobody was at work here is caught up once.
 */
export function digestWatch(digested: Digested): { look(): Promise<void>; send(): Promise<Delivery[]> } {
  const { store, channels, schedule, verdict, address, now } = digested;
  let due = schedule?.next(now()) ?? Number.POSITIVE_INFINITY;
  const send = (): Promise<Delivery[]> => {
    const { answer, dataLine } = verdict();
    const message = messageOf(digestLetter(answer, dataLine, address));
    return deliver(channels(), message, digested.fetch, AbortSignal.timeout(MINUTE));
  };
  return {
    send,
    async look() {
      const at = now();
      if (schedule === null || at < due || Object.keys(channels()).length === 0) return;
      due = schedule.next(at);
      const state = digestState(verdict().answer.data);
      if ((await store.told(ABOUT))?.state === state) return;
      const sent = await send();
      for (const { channel, failed } of sent) {
        if (failed !== null) digested.failed(`${channel}: ${failed}`);
      }
      if (sent.some(({ failed }) => failed === null)) await store.tell(ABOUT, state, at);
    },
  };
}
