/** What stands beside a line's end: "half within" over "31 hours". */
export type EndLabel = {
  readonly name: string;
  readonly amount: string;
  readonly at: number;
  readonly strong: boolean;
};

export type PlacedLabel = EndLabel & { readonly y: number };

/**
 * Centres of the labels in pixels from the top, each as near to its value as it can be with `gap` pixels between
 * neighbours and all of it beside the plot. Labels are given from high values to low.
 */
export function placeLabels(
  labels: readonly EndLabel[],
  top: number,
  height: number,
  gap: number,
): PlacedLabel[] {
  const half = gap / 2;
  const placed: number[] = [];
  for (const { at } of labels) {
    const least = (placed.at(-1) ?? half - gap) + gap;
    placed.push(Math.max(height * (1 - at / top), least));
  }
  let most = height - half;
  for (let index = placed.length - 1; index >= 0; index--) {
    const y = Math.min(placed[index] ?? most, most);
    placed[index] = y;
    most = y - gap;
  }
  return labels.map((label, index) => ({ ...label, y: placed[index] ?? 0 }));
}
