import styles from './figure.module.css';

export type FigureSize = 'usual' | 'small' | 'whole';

/** Shared with the place that is kept for a figure. */
export function figureClass(size: FigureSize): string {
  return size === 'usual' ? `${styles.figure}` : `${styles.figure} ${styles[size]}`;
}
