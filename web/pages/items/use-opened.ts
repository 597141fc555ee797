import { useCallback, useState } from 'react';

export type Opened = { is(id: string): boolean; toggle(id: string): void };

/** Which items show why they are counted; those of the beginning until somebody closes them. */
export function useOpened(first: string | undefined): Opened {
  const [changed, change] = useState<ReadonlyMap<string, boolean>>(new Map());
  const is = useCallback((id: string) => changed.get(id) ?? id === first, [changed, first]);
  return { is, toggle: (id) => change(new Map(changed).set(id, !is(id))) };
}
