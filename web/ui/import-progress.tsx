import { number } from '../../server/words/number.ts';
import styles from './import-progress.module.css';

export type RunningImport = {
  readonly source: string;
  readonly what: string;
  readonly done: number;
  /** Null while nobody knows how much there is. */
  readonly total: number | null;
  /** In another process: how far it is cannot be told. */
  readonly elsewhere?: boolean;
  /** "about 5 minutes left for this step" */
  readonly remarks?: readonly string[];
};

/** "Importing git /srv/clone: commits read, 12,400 of 35,000" */
export function importLine({ source, what, done, total, elsewhere }: RunningImport): string {
  if (elsewhere === true) return `Importing ${source}: ${what}`;
  const reached = total === null ? number(done) : `${number(done)} of ${number(total)}`;
  return `Importing ${source}: ${what}, ${reached}`;
}

export function ImportProgress({ running }: { running: RunningImport }) {
  const reached = running.total === null ? {} : { max: running.total, value: running.done };
  return <progress className={styles.progress} aria-label="Import" {...reached} />;
}

/** How an import goes on, with all that can be told of it. */
export function ImportNow({ running }: { running: RunningImport }) {
  const remarks = (running.remarks ?? []).join('; ');
  return (
    <div className={styles.now} data-part="import">
      <p className={styles.line}>{importLine(running)}</p>
      <ImportProgress running={running} />
      {remarks !== '' && <p className={styles.remarks}>{remarks}</p>}
    </div>
  );
}
