import type { Stretch } from '../../server/contract/index.ts';

/** A drawing's numbers; `links` open what is behind each row, null: nothing to open. */
export type LinkedTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly links: readonly (string | null)[];
};

export const partNames: Record<Stretch['part'], string> = {
  whole: 'Whole window',
  before: 'Before',
  after: 'Since',
};
