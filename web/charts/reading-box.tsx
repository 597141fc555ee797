import { useEffect, useRef } from 'react';
import type { Reading } from './reading.ts';
import styles from './series-chart.module.css';

type ReadingBoxProps = {
  reading: Reading;
  /** What Enter does while the chart has the focus. */
  enter?: () => void;
};

/** What the week under the pointer, or under the arrow keys, says. Esc dismisses it and does nothing else meanwhile. */
export function ReadingBox({ reading, enter }: ReadingBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const shown = box.current?.checkVisibility({ visibilityProperty: true });
      if (!shown) return;
      if (event.key === 'Escape') event.preventDefault();
      const chart = box.current?.closest('.recharts-wrapper');
      if (event.key === 'Enter' && chart?.contains(document.activeElement)) enter?.();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [enter]);
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
