import { number } from '../../server/words/number.ts';
import styles from './import-progress.module.css';

export type RunningImport = {
  readonly source: string;
  readonly what: string;
  readonly done: number;
  /** Null while nobody knows how much there is. */
  readonly total: number | null;
};

/** "Importing git /srv/clone: commits read, 12,400 of 35,000" */
export function importLine({ source, what, done, total }: RunningImport): string {
  const reached = total === null ? number(done) : `${number(done)} of ${number(total)}`;
  return `Importing ${source}: ${what}, ${reached}`;
}

export function ImportProgress({ running }: { running: RunningImport }) {
  const reached = running.total === null ? {} : { max: running.total, value: running.done };
  return <progress className={styles.progress} aria-label="Import" {...reached} />;
}
