import { ConnectSources } from './connect-sources.tsx';
import { ImportNow, type RunningImport } from './import-progress.tsx';
import styles from './nothing-yet.module.css';
import { PlainState } from './plain-state.tsx';

/** A database without a repository: what to type, or how far the first import is. `what` appears by itself: "The figures". */
export function NothingYet({ running, what }: { running: RunningImport | null; what: string }) {
  return (
    <div className={styles.place}>
      <svg className={styles.drawing} viewBox="0 0 240 80" aria-hidden="true">
        <path className={styles.axis} d="M4 4v68h232" />
        <path className={styles.unknown} d="M16 56c40 0 56-4 84-10s40-22 60-26 40-6 60-6" />
        <circle className={styles.start} cx="16" cy="56" r="4" />
      </svg>
      <PlainState title="Nothing to show yet.">
        {running === null ? (
          <>
            <p>
              Uptake reads what your teams already produce and keeps it in one file on this machine. Connect
              it here, or type one of these where Uptake runs:
            </p>
            <ConnectSources />
            <p>{what} then appear here by themselves.</p>
          </>
        ) : (
          <>
            <p>The first import is running. {what} appear here by themselves.</p>
            <ImportNow running={running} />
          </>
        )}
      </PlainState>
    </div>
  );
}
