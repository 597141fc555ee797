import { type RefObject, useEffect, useRef } from 'react';

/** Pixels at its end in which the row fades out. */
const FADE = 24;

/** Where the row of pages is longer than its place, the page that is open stands within it, after the one before it if both fit. */
export function useCurrentInView(row: RefObject<HTMLElement | null>, path: string): void {
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    const place = row.current;
    const current = place?.querySelector('[aria-current]');
    if (!place || !current) return;
    const around = place.getBoundingClientRect();
    const own = current.getBoundingClientRect();
    if (own.left >= around.left && own.right + FADE <= around.right) return;
    const before = (current.previousElementSibling ?? current).getBoundingClientRect();
    const both = own.right + FADE - before.left <= around.width;
    place.scrollLeft += (both ? before.left : own.left) - around.left;
  }, [row, path]);
}
