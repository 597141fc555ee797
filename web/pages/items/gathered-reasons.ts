export type Standing = { readonly measure: string; readonly standing: string; readonly sentence: string };

/** From so many on, one sentence for all of them is shorter to read. */
const MANY = 3;

/** "Not in cycle time yet: it is still open." */
const REFUSAL = /^Not in (?<name>.+?)(?<yet> yet)?: (?<why>.+)$/;

/**
 * Sentences on why an item is in measures or not: of the measure asked for first, then of those that count it, then of the others,
 * where one reason that many share is said once: "Not in cycle time, coding time, size yet: it is still open."
 */
export function gatheredReasons(measures: readonly Standing[], asked: string | null): Standing[] {
  const rank = (one: Standing) => (one.measure === asked ? 0 : one.standing === 'counted' ? 1 : 2);
  const ordered = measures.toSorted((one, other) => rank(one) - rank(other));
  const parts = new Map(ordered.flatMap((one) => partsOf(one, asked)));
  const alike = Map.groupBy([...parts.values()], ({ reason }) => reason);
  return ordered.flatMap((one) => {
    const part = parts.get(one);
    const group = part === undefined ? [] : (alike.get(part.reason) ?? []);
    if (part === undefined || group.length < MANY) return [one];
    if (group[0] !== part) return [];
    return [{ ...one, sentence: `Not in ${group.map(({ name }) => name).join(', ')}${part.reason}` }];
  });
}

function partsOf(one: Standing, asked: string | null): [Standing, { name: string; reason: string }][] {
  const { name, yet = '', why } = REFUSAL.exec(one.sentence)?.groups ?? {};
  if (one.measure === asked || one.standing === 'counted' || name === undefined) return [];
  return [[one, { name, reason: `${yet}: ${why}` }]];
}
