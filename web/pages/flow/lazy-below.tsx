import { lazy } from 'react';

/** Nobody sees the lower half of the page before the upper one has its numbers, so its script comes after those. */
export const LazyBelow = lazy(async () => ({ default: (await import('./flow-below.tsx')).FlowBelow }));
