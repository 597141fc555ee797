import { type Static, Type } from 'typebox';

/** What an open pull request waits for, in the order of the way. */
export const Waiting = Type.Enum(['draft', 'review', 'in-review', 'approved']);
export type Waiting = Static<typeof Waiting>;

/** How long something has been open, by calendar time. */
export const OpenAge = Type.Enum(['under-1d', '1d-3d', '3d-7d', '1w-2w', '2w-4w', '4w-12w', 'over-12w']);
export type OpenAge = Static<typeof OpenAge>;
