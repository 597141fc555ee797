/** One measured number; `ok` says whether it meets its target, null: there is none. */
export type Figure = { name: string; value: number; unit: string; target: number | null; ok: boolean | null };

export function described(name: string, value: number, unit: string): Figure {
  return { name, value, unit, target: null, ok: null };
}

/** A figure that must not exceed its target. */
export function atMost(name: string, value: number, unit: string, target: number): Figure {
  return { name, value, unit, target, ok: value <= target };
}

/** A figure that must reach its target. */
export function atLeast(name: string, value: number, unit: string, target: number): Figure {
  return { name, value, unit, target, ok: value >= target };
}
