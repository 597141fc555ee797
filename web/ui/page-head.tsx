import type { ReactNode } from 'react';
import styles from './page-head.module.css';
import { PageLinks } from './page-links.tsx';

/** The head of a page that has no filters, with the ways to hand it on. */
export function PageHead({ children }: { children: ReactNode }) {
  return (
    <div className={styles.head}>
      {children}
      <div className={styles.links}>
        <PageLinks />
      </div>
    </div>
  );
}
