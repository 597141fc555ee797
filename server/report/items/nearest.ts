export type Nearest<Value> = {
  /** Keeps it if it is among the nearest so far. */
  add(value: Value): void;
  /** The farthest of those kept, if there is room for no more; null: there is. */
  worst(): Value | null;
  /** The nearest first; ends the keeping. */
  inOrder(): Value[];
};

/** Keeps the `limit` values that come first in some order, out of any number: a heap with the last of them on top. */
export function nearest<Value>(limit: number, order: (one: Value, other: Value) => number): Nearest<Value> {
  const heap: Value[] = [];

  function before(one: number, other: number): boolean {
    const [a, b] = [heap[one], heap[other]];
    return a !== undefined && b !== undefined && order(a, b) < 0;
  }

  function swap(one: number, other: number): void {
    const [a, b] = [heap[one], heap[other]];
    if (a === undefined || b === undefined) return;
    heap[one] = b;
    heap[other] = a;
  }

  function rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!before(parent, at)) return;
      swap(parent, at);
      at = parent;
    }
  }

  function sink(from: number): void {
    for (let at = from; ; ) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && before(last, child)) last = child;
      }
      if (last === at) return;
      swap(last, at);
      at = last;
    }
  }

  return {
    add(value) {
      const [top] = heap;
      if (heap.length < limit) rise(heap.push(value) - 1);
      else if (top !== undefined && order(value, top) < 0) {
        heap[0] = value;
        sink(0);
      }
    },
    worst: () => (heap.length < limit ? null : (heap[0] ?? null)),
    inOrder: () => heap.sort(order),
  };
}
