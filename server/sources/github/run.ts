import type { Progress, StoredRows } from '../../model/rows.ts';
import type { Asker } from './asker.ts';
import type { GithubSourceConfig } from './config.ts';
import type { PageSize } from './page-size.ts';
import type { TakenParts } from './parts.ts';

/** What every part of one run needs. */
export type Run = {
  asker: Asker;
  host: string;
  config: GithubSourceConfig;
  stored: StoredRows;
  progress: (progress: Progress) => void;
  parts: TakenParts;
  sizes: Sizes;
  /** Sentences that wait to be handed over. */
  leftOut: string[];
};

/** Sizes that repositories share. */
export type Sizes = {
  /** At which the next repository begins that has no size of its own yet. */
  start: number;
  /** Pull requests of several repositories at once. */
  together: PageSize;
  /** Long pull requests at once. */
  whole: PageSize;
};
