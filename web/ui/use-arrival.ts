import { useEffect, useRef } from 'react';

/**
 * Takes the reader along to another page: what was open closes, the focus goes to the new page's heading (which is then read
 * out), and its top is shown; going back is left to the browser, which knows where one was. The first page is not touched.
 */
export function useArrival(path: string): void {
  const before = useRef(path);
  const back = useRef(false);
  useEffect(() => {
    const onPop = () => {
      back.current = true;
    };
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, []);
  useEffect(() => {
    const left = before.current;
    before.current = path;
    const wentBack = back.current;
    back.current = false;
    if (left === path) return;
    for (const open of document.querySelectorAll<HTMLElement>(':popover-open')) open.hidePopover();
    if (!wentBack && location.hash === '') scrollTo(0, 0);
    return focusHeading();
  }, [path]);
}

/** At once, or as soon as the page's script has come, unless the reader has gone elsewhere by then; returns how to give up. */
function focusHeading(): () => void {
  const main = document.querySelector<HTMLElement>('main');
  if (main === null || take(main)) return () => undefined;
  main.focus({ preventScroll: true });
  const observer = new MutationObserver(() => {
    const elsewhere = ![main, document.body].some((place) => place === document.activeElement);
    if (elsewhere || take(main)) observer.disconnect();
  });
  observer.observe(main, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** While the page is on its way its place has a heading too, and the page that is left may still stand there, hidden. */
function take(main: HTMLElement): boolean {
  const heading = [...main.querySelectorAll('h1')].find(
    (each) => each.checkVisibility() && !each.closest('[data-coming]'),
  );
  if (heading === undefined) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
