import type { Channel } from '../contract/reports.ts';
import type { Delivery } from '../deliver/deliver.ts';
import type { Message } from '../model/message.ts';
import type { Sending } from '../report/letters/reports-answer.ts';

/** What is sent to people elsewhere. */
export type ReportDesk = {
  sending(): Sending;
  /** Sends one message to one channel; null: that is not set up. */
  send(channel: Channel, message: Message): Promise<Delivery | null>;
};
