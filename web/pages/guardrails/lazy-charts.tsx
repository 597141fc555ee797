import { lazy } from 'react';

/** Drawings come after the words: what they share with other charts lies in the script of the chart library. */
export const LazyCosts = lazy(async () => ({
  default: (await import('../../charts/costs-chart.tsx')).CostsChart,
}));

/** Below all drawings. */
export const LazyNotKnown = lazy(async () => ({
  default: (await import('./not-known-guardrails.tsx')).NotKnownGuardrails,
}));

export const LazyGuardrail = lazy(async () => ({
  default: (await import('../../charts/guardrail-chart.tsx')).GuardrailChart,
}));
