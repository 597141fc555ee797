import type { Lane } from '../../contract/flow.ts';

/** The way of a change, in its order. */
export const phases = [
  { measure: 'coding-time', name: 'Coding', meaning: 'first commit to ready' },
  { measure: 'pickup-time', name: 'Pickup', meaning: 'ready to first human review' },
  { measure: 'review-time', name: 'Review', meaning: 'first review to last approval' },
  { measure: 'merge-time', name: 'Merge', meaning: 'last approval to merge' },
  { measure: 'deploy-time', name: 'Deploy', meaning: 'merge to deployment' },
] as const satisfies readonly Pick<Lane, 'measure' | 'name' | 'meaning'>[];
