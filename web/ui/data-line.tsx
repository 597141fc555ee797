import { Link } from 'wouter';
import { DemoBadge } from './demo-badge.tsx';
import styles from './frame.module.css';
import { ImportProgress, importLine, type RunningImport } from './import-progress.tsx';

export type FrameStatus = {
  /** "Data to Sat 21 Nov, 03:12." */
  readonly dataLine: string;
  readonly running: RunningImport | null;
  readonly failed: string | null;
};

type DataLineProps = {
  status: FrameStatus | undefined;
  /** The question that is open, as a query string, kept on the way. */
  question: string;
  demo: boolean;
  away: boolean;
};

/** How far the data reach, on every page; and the import that is on its way to move them. */
export function DataLine({ status, question, demo, away }: DataLineProps) {
  return (
    <div className={styles.data}>
      {demo && <DemoBadge />}
      <p className={away ? styles.away : undefined} role="status">
        {away ? 'The server does not answer. ' : ''}
        {status === undefined ? (
          !away && 'Asking how far the data reach …'
        ) : (
          <Link className={styles.health} href={`/data${question}`}>
            {status.dataLine}
            <span className="heard"> Can they be believed?</span>
          </Link>
        )}
      </p>
      {status?.running && !away && (
        <div className={styles.import}>
          <span>{importLine(status.running)}</span>
          <ImportProgress running={status.running} />
        </div>
      )}
    </div>
  );
}
