import type { ReactNode } from 'react';
import { useFirstFigure } from './first-figure.ts';
import styles from './in-place.module.css';

type InPlaceProps = { title: string; children: ReactNode };

/** Stands where a drawing would be when there is nothing to draw, and is as high. */
export function InPlace({ title, children }: InPlaceProps) {
  useFirstFigure();
  return (
    <div className={styles.place}>
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  );
}
