import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './in-turn.module.css';

/**
 * Shows at once what is in sight, or nearly; the rest one after another, whenever the browser has nothing else to do. Ten
 * drawings at a time would keep the first one, and the reader, waiting.
 */
export function InTurn({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [due, setDue] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const show = () => {
      waiting.delete(show);
      setDue(true);
    };
    const sight = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) show();
    });
    sight.observe(element);
    waiting.add(show);
    nextWhenIdle();
    return () => {
      sight.disconnect();
      waiting.delete(show);
    };
  }, []);
  return due ? children : <div ref={place} className={styles.place} />;
}

/** In the order of the page. */
const waiting = new Set<() => void>();
let asked = false;

function nextWhenIdle(): void {
  if (asked || waiting.size === 0) return;
  asked = true;
  const run = () => {
    asked = false;
    const [next] = waiting;
    if (next === undefined) return;
    next();
    // After it is painted, so that no two are drawn in one breath.
    requestAnimationFrame(nextWhenIdle);
  };
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run);
  else setTimeout(run, 50);
}
