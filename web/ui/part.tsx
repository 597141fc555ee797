import type { ReactNode } from 'react';
import styles from './part.module.css';

type PartProps = {
  id: string;
  title: string;
  /** What can be done with the part: its buttons. */
  beside?: ReactNode;
  /** Names the part to tests and styles: "digest". */
  name?: string;
  children: ReactNode;
};

/** A part of a page under its heading. */
export function Part({ id, title, beside, name, children }: PartProps) {
  return (
    <section className={styles.part} aria-labelledby={id} data-part={name}>
      <div className={styles.head}>
        <h2 id={id} className={styles.heading}>
          {title}
        </h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
