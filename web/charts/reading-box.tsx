import { useEffect, useRef } from 'react';
import type { Reading } from './reading.ts';
import styles from './series-chart.module.css';

/** What the week under the pointer, or under the arrow keys, says. Esc dismisses it and does nothing else meanwhile. */
export function ReadingBox({ reading }: { reading: Reading }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const shown = box.current?.checkVisibility({ visibilityProperty: true });
      if (event.key === 'Escape' && shown) event.preventDefault();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  return (
    <div ref={box} className={styles.reading} role="status" aria-live="polite">
      <p className={styles.readingWeek}>{reading.week}</p>
      <p className={styles.readingValue}>{reading.value}</p>
      {reading.rest.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
