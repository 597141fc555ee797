import type { ServerResponse } from 'node:http';
import type { ImportEvent } from '../contract/status.ts';

/** Whoever listens to a running import by server-sent events. */
export type ImportListeners = {
  /** False: there are too many already, or the server is about to close. */
  mayCome(): boolean;
  /** Takes a response whose head is written, and tells it how things stand. */
  add(response: ServerResponse): void;
  /** Something has changed: told to all within a moment, several changes at once. */
  changed(): void;
  /** Lets everybody go at once, whether or not they read. */
  close(): void;
  readonly size: number;
};

type Limits = { most: number; heartbeat: number; moment: number; unread: number };

/** `heartbeat` and `moment` are milliseconds; `unread` are bytes that a listener may leave lying. */
const USUAL: Limits = { most: 40, heartbeat: 15_000, moment: 250, unread: 256 * 1024 };

/**
 * A listener that goes away is forgotten. One that does not read is cut off, and so is everybody when the server closes: they
 * come again by themselves, and no connection is left that a close would have to wait for.
 */
export function importListeners(state: () => ImportEvent, given: Partial<Limits> = {}): ImportListeners {
  const { most, heartbeat, moment, unread } = { ...USUAL, ...given };
  const all = new Set<ServerResponse>();
  let closed = false;
  let soon: NodeJS.Timeout | undefined;
  // Nothing passes a proxy or a dead connection unnoticed: it is written to now and then.
  const beating = setInterval(() => write(': still here\n\n'), heartbeat);
  beating.unref();

  const put = (response: ServerResponse, text: string) => {
    if (response.writableLength > unread) response.destroy();
    else response.write(text);
  };
  const write = (text: string) => {
    for (const response of all) put(response, text);
  };
  return {
    mayCome: () => !closed && all.size < most,
    add(response) {
      all.add(response);
      response.on('close', () => all.delete(response));
      // A write to somebody who has just gone is no fault of anybody.
      response.on('error', () => all.delete(response));
      put(response, `retry: 3000\n${said(state())}`);
    },
    changed() {
      if (closed || all.size === 0) return;
      soon ??= setTimeout(() => {
        soon = undefined;
        write(said(state()));
      }, moment);
    },
    close() {
      closed = true;
      clearInterval(beating);
      clearTimeout(soon);
      for (const response of all) response.destroy();
      all.clear();
    },
    get size() {
      return all.size;
    },
  };
}

function said(event: ImportEvent): string {
  return `event: import\ndata: ${JSON.stringify(event)}\n\n`;
}
