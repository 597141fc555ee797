import type { View } from '../../../server/contract/index.ts';

/** The same question about some weeks of its window. */
export function partView({ window: _, ...view }: View, { from, to }: { from: string; to: string }): View {
  return { ...view, from, to };
}
