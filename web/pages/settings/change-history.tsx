import { calendarDate } from '../../../server/words/date.ts';
import { useRolloutHistory } from '../../api/rollouts.ts';
import styles from './settings-page.module.css';

/** Every edit of rollouts, the newest first: dates that are changed afterwards change what was found. */
export function ChangeHistory() {
  const history = useRolloutHistory(true);
  const changes = history.data ?? [];
  if (changes.length === 0) return null;
  return (
    <details className={styles.history} data-part="history">
      <summary>History of changes ({changes.length})</summary>
      <ul className={styles.changes}>
        {changes.map(({ id, at, summary }) => (
          <li key={id}>
            <span className={styles.when}>{calendarDate(at.slice(0, 10))}</span> {summary}
          </li>
        ))}
      </ul>
    </details>
  );
}
