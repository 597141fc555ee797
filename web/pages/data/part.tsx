import type { ReactNode } from 'react';
import styles from './data-page.module.css';

type PartProps = { id: string; title: string; children: ReactNode };

/** A part of the page with its heading. */
export function Part({ id, title, children }: PartProps) {
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}
