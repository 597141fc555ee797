/** So many sums at most are set against each other; with more of them hardly anything is left that stands alone. */
const MOST = 3;

/**
 * What sums by tool tell apart that none of them names. Work is of kinds, by the tools that took part in it; told are the sum of all
 * kinds and, of each tool, that of the kinds it took part in. All less those of one tool less those of another are the kinds with neither,
 * unless some kind has both. Found are the sets of kinds that adding up and taking away leaves alone.
 *
 * @param kinds the tools of each kind that there is
 * @param tools those of which sums are told
 */
export function toldApart(
  kinds: readonly (readonly string[])[],
  tools: readonly string[],
): ReadonlySet<number>[] {
  const found = new Map<string, ReadonlySet<number>>();
  for (const signs of signed(tools)) {
    for (const all of [0, 1]) {
      const left = kinds.map((kind) => kind.reduce((sum, tool) => sum + (signs.get(tool) ?? 0), all));
      const some = left.flatMap((value, place) => (value === 0 ? [] : [place]));
      const values = new Set(some.map((place) => left[place]));
      if (values.size === 1) found.set(some.join(), new Set(some));
    }
  }
  return [...found.values()];
}

/** Up to `MOST` of the tools, each added or taken away. */
function signed(tools: readonly string[]): ReadonlyMap<string, 1 | -1>[] {
  let all: ReadonlyMap<string, 1 | -1>[] = [new Map()];
  for (const tool of tools) {
    const more = all
      .filter(({ size }) => size < MOST)
      .flatMap((signs) => [
        new Map([...signs, [tool, 1]] as const),
        new Map([...signs, [tool, -1]] as const),
      ]);
    all = [...all, ...more];
  }
  return all;
}
