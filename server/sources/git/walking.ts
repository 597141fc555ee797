import type { Progress, StoredRows } from '../../model/rows.ts';
import type { Clone } from './clone.ts';

/** What every part of a walk needs: the clone as it was opened, what is stored of it, whom to tell, when to stop. */
export type Walking = {
  clone: Clone;
  stored: StoredRows;
  progress: (progress: Progress) => void;
  signal: AbortSignal | undefined;
};
