import { cut, type Entries } from './entries.ts';

/** The entries of each team by itself, in the order that they had: sorted once, for whoever asks team by team. */
export function entriesByUnit(entries: Entries, units: number): Entries[] {
  const from = new Int32Array(units + 1);
  for (const unit of entries.unit) from[unit + 1] = (from[unit + 1] ?? 0) + 1;
  for (let unit = 0; unit < units; unit++) from[unit + 1] = (from[unit + 1] ?? 0) + (from[unit] ?? 0);
  const next = from.slice();
  const order = new Int32Array(entries.size);
  for (let at = 0; at < entries.size; at++) {
    const unit = entries.unit[at] ?? 0;
    const place = next[unit] ?? 0;
    order[place] = at;
    next[unit] = place + 1;
  }
  const sorted = entriesInOrder(entries, order);
  return Array.from({ length: units }, (_, unit) => cut(sorted, from[unit] ?? 0, from[unit + 1] ?? 0));
}

function entriesInOrder(entries: Entries, order: Int32Array): Entries {
  const size = order.length;
  const wide = () => new Int32Array(size);
  const into = { unit: wide(), week: wide(), value: wide(), person: wide(), agent: new Uint8Array(size) };
  for (let at = 0; at < size; at++) {
    const from = order[at] ?? 0;
    into.unit[at] = entries.unit[from] ?? 0;
    into.week[at] = entries.week[from] ?? 0;
    into.value[at] = entries.value[from] ?? 0;
    into.person[at] = entries.person[from] ?? 0;
    into.agent[at] = entries.agent[from] ?? 0;
  }
  return { size, ...into };
}

/** Lists of entries as one. */
export function together(lists: readonly Entries[]): Entries {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const size = lists.reduce((sum, list) => sum + list.size, 0);
  const joined = {
    ...{ unit: new Int32Array(size), week: new Int32Array(size), value: new Int32Array(size) },
    ...{ person: new Int32Array(size), agent: new Uint8Array(size) },
  };
  let from = 0;
  for (const list of lists) {
    joined.unit.set(list.unit, from);
    joined.week.set(list.week, from);
    joined.value.set(list.value, from);
    joined.person.set(list.person, from);
    joined.agent.set(list.agent, from);
    from += list.size;
  }
  return { size, ...joined };
}
