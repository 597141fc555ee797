/**
 * Numbers for texts, in the order in which they came. Only ever added to, so that every snapshot that shares it keeps
 * its meaning.
 */
export type Dictionary = {
  values: readonly string[];
  /** The number of a text that is in it. */
  find(value: string): number | undefined;
  /** The number of a text, new or not. */
  add(value: string): number;
};

export function dictionary(): Dictionary {
  const values: string[] = [];
  const numbers = new Map<string, number>();
  return {
    values,
    find: (value) => numbers.get(value),
    add(value) {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      numbers.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}
