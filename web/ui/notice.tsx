import type { ReactNode } from 'react';
import styles from './notice.module.css';

type NoticeProps = { children: ReactNode; dismiss?: () => void };

/** One thing that the reader of the page must know first. */
export function Notice({ children, dismiss }: NoticeProps) {
  return (
    <div className={styles.notice} role="status">
      <div>{children}</div>
      {dismiss && (
        <button type="button" className={styles.dismiss} onClick={dismiss}>
          Dismiss
        </button>
      )}
    </div>
  );
}
