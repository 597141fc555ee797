import type { Instant } from './instant.ts';

/**
 * A page as it was when somebody shared it. Nothing that happens to the data later changes it: not what is imported, measured
 * again, or rebuilt. Its answers were allowed when they were given, and stay; so does the name of a team that is renamed or
 * removed later, and what a smaller group would not be told today. To take it back is to delete it.
 */
export type SharedPage = {
  /** Cannot be guessed. */
  id: string;
  /** Digest of all that was shared. */
  state: string;
  page: string;
  /** What the page was called in the browser: its first finding. Null: nobody said. */
  title: string | null;
  /** The query string of the page, without its question mark. */
  question: string;
  generation: number;
  /** Null: there were no data. */
  dataUntil: Instant | null;
  /** Of the program that answered. */
  version: string;
  sharedAt: Instant;
  /** Of `Kept`, compressed. */
  answers: Buffer;
};

/** The same in a list. */
export type ListedPage = Omit<SharedPage, 'state' | 'answers'>;
