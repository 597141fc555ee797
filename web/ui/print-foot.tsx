import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { date } from '../../server/words/date.ts';
import styles from './frame.module.css';

type PrintFootProps = { dataLine: string; now: () => number };

/** Stands at the foot of what is printed: where it comes from, how far the data reach, and when it was printed. */
export function PrintFoot({ dataLine, now }: PrintFootProps) {
  const [printed, setPrinted] = useState({ address: '', on: '' });
  useEffect(() => {
    const prepare = () => {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      // At once: the browser takes the page as it stands when this returns.
      flushSync(() => setPrinted({ address: location.href, on: date(now(), zone) }));
    };
    addEventListener('beforeprint', prepare);
    return () => removeEventListener('beforeprint', prepare);
  }, [now]);
  return (
    <p className={styles.printed} data-part="print-foot">
      Uptake, {printed.address}. {dataLine} Printed {printed.on}.
    </p>
  );
}
