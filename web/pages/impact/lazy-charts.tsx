import { lazy } from 'react';

/** Drawings come after the words. */
export const LazyTrend = lazy(async () => ({
  default: (await import('../../charts/impact-trend-chart.tsx')).ImpactTrendChart,
}));

export const LazyEffects = lazy(async () => ({
  default: (await import('../../charts/effects-chart.tsx')).EffectsChart,
}));

export const LazyEventStudy = lazy(async () => ({
  default: (await import('../../charts/event-study-chart.tsx')).EventStudyChart,
}));

export const LazyTeams = lazy(async () => ({
  default: (await import('../../charts/impact-teams-chart.tsx')).ImpactTeamsChart,
}));

export const LazyDistribution = lazy(async () => ({
  default: (await import('../../charts/distribution-chart.tsx')).DistributionChart,
}));
