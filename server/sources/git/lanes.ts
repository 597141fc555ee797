/**
 * Runs several generators at once and yields whatever comes first. Each is at most one item ahead of the reader; when the reader
 * stops, or one of them fails, all are ended.
 */
export async function* together<T>(lanes: readonly AsyncGenerator<T, void>[]): AsyncGenerator<T, void> {
  const step = (lane: AsyncGenerator<T, void>) => {
    const next = lane.next().then((result) => ({ lane, result }));
    // One may fail while the reader is busy with another; it is told at the reader's next step.
    next.catch(() => undefined);
    return next;
  };
  const waiting = new Map(lanes.map((lane) => [lane, step(lane)]));
  try {
    while (waiting.size > 0) {
      const { lane, result } = await Promise.race(waiting.values());
      if (result.done) {
        waiting.delete(lane);
        continue;
      }
      waiting.set(lane, step(lane));
      yield result.value;
    }
  } finally {
    await Promise.allSettled([...waiting.values(), ...lanes.map((lane) => lane.return(undefined))]);
  }
}
