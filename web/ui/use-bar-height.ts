import { type RefObject, useEffect } from 'react';

/** Tells the style sheets how high the bar is (`--bar`), so that what takes the focus is scrolled clear of it in any width and text size. */
export function useBarHeight(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const sticky = getComputedStyle(element).position === 'sticky';
      document.documentElement.style.setProperty('--bar', `${sticky ? element.offsetHeight : 0}px`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [bar]);
}
