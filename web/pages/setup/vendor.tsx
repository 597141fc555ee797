import type { ReactNode } from 'react';
import styles from './setup-page.module.css';

/** One of several ways in a step, closed until somebody wants it. */
export function Vendor({ name, children }: { name: string; children: ReactNode }) {
  return (
    <details className={styles.vendor}>
      <summary>{name}</summary>
      {children}
    </details>
  );
}
