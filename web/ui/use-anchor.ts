import { useEffect } from 'react';

/** What the address names (`#teams`) may not be there before its answer or its script is: then it is gone to, as the browser would have. */
export function useAnchor(): void {
  useEffect(() => {
    const show = () => {
      const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (named === null) return;
      named.scrollIntoView();
      named.focus({ preventScroll: true });
    };
    show();
    addEventListener('hashchange', show);
    return () => removeEventListener('hashchange', show);
  }, []);
}
