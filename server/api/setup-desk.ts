import type { AskedSource, Setup, SetupCheck } from '../contract/setup.ts';

/** What is known of where data come from, without what depends on the data themselves. */
export type Connected = Pick<Setup, 'sources' | 'secrets' | 'addresses' | 'waiting'> & { file: string };

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
};
