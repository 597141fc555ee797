import { useEffect } from 'react';

const { promise, resolve } = Promise.withResolvers<void>();

/** Fulfilled when the first figure of the visit stands on its page, or says why it does not. What no number waits for, waits for this. */
export const firstFigure = promise;

/** Called by whatever may be the first. */
export function useFirstFigure(): void {
  useEffect(resolve, []);
}
