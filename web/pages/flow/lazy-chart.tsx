import { lazy } from 'react';

export const loadChart = () => import('../../charts/series-chart.tsx');

/** The chart library is more than the rest of the page together, so it comes after the words. */
export const LazyChart = lazy(async () => ({ default: (await loadChart()).SeriesChart }));
