import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { onTestFinished } from 'vitest';

/** A real connection that hears server-sent events. */
export type EventStream = {
  response: IncomingMessage;
  /** All that has come so far. */
  text(): string;
  /** The data of the events heard so far. */
  events(): unknown[];
  /** Whether the other side, or anything between, has ended it. */
  ended(): boolean;
  leave(): void;
};

/** Resolves when the head of the answer is there, whatever it says. */
export function eventStream(url: string, headers: Record<string, string> = {}): Promise<EventStream> {
  return new Promise((resolve, reject) => {
    const asking: ClientRequest = request(url, { headers, agent: false }, (response) => {
      let text = '';
      let ended = false;
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      for (const end of ['close', 'error'] as const) {
        response.on(end, () => {
          ended = true;
        });
      }
      resolve({
        response,
        text: () => text,
        events: () => [...text.matchAll(/^data: (.*)\n$/gm)].map(([, data = '']) => JSON.parse(data)),
        ended: () => ended,
        leave: () => asking.destroy(),
      });
    });
    asking.on('error', reject);
    asking.end();
    onTestFinished(() => void asking.destroy());
  });
}
