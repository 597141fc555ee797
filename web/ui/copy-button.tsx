import { useEffect, useState } from 'react';
import styles from './button.module.css';
import { copyText } from './clipboard.ts';

type Outcome = 'none' | 'copied' | 'refused';
const labels = { copied: 'Copied', refused: 'Not copied' };

/** Copies what `text` gives at the moment of the click, and says so in its own place. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const back = setTimeout(() => setOutcome('none'), 2_500);
    return () => clearTimeout(back);
  }, [outcome]);
  const copy = async () => setOutcome((await copyText(text())) ? 'copied' : 'refused');
  return (
    <button type="button" className={styles.button} onClick={() => void copy()}>
      {/* Both texts lie in one place, so that the button keeps its width. */}
      <span className={styles.faces}>
        <span className={outcome === 'none' ? undefined : styles.turned}>{label}</span>
        <span role="status" className={outcome === 'none' ? styles.turned : undefined}>
          {outcome === 'none' ? '' : labels[outcome]}
        </span>
      </span>
    </button>
  );
}
