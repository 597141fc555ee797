import type { Channel } from '../contract/reports.ts';
import type { AskedChannel, AskedSource, Setup, SetupCheck } from '../contract/setup.ts';
import type { Instant } from '../model/instant.ts';
import type { Message } from '../model/message.ts';

/** What is known of where data come from, without what depends on the data themselves. */
export type Connected = Pick<Setup, 'sources' | 'channels' | 'secrets' | 'addresses' | 'waiting'> & {
  file: string;
};

/** Where somebody says who is told. All throw QuestionError, in sentences. */
export type ChannelDesk = {
  /** When the weekly digest goes out next; null: never by itself. */
  due(): Instant | null;
  /** Sends a message for real through a channel as it would be; null: it was taken, else why not. Nothing is written. */
  send(asked: AskedChannel, message: Message): Promise<string | null>;
  /** Writes it into the configuration, its secret into a file of its own; what is sent from now on goes there as well. */
  keep(asked: AskedChannel): void;
  /** Nothing is sent there any more; its secret stays. */
  remove(channel: Channel): void;
};

/** Where somebody says where data come from. All throw QuestionError, in sentences. */
export type SetupDesk = {
  connected(): Connected;
  /** Asks a source for real, as it would be; nothing is written. */
  check(asked: AskedSource): Promise<{ checks: SetupCheck[]; ok: boolean }>;
  /** Writes it into the configuration, its secret into a file of its own. */
  keep(asked: AskedSource): void;
  /** Takes what goes by that name out of the configuration. What was read of it, and its secret, stay. */
  remove(name: string): void;
  /** Begins anew with what is configured now, which imports at once; returns before it has. */
  begin(): void;
  channels: ChannelDesk;
};
