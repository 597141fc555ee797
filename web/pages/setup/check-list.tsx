import type { SetupCheck } from '../../../server/contract/index.ts';
import styles from './source-form.module.css';

/** What was found, one thing a line; what is wrong comes first, with what to do. */
export function CheckList({ checks }: { checks: readonly SetupCheck[] }) {
  const all = checks.toSorted((one, other) => Number(one.ok) - Number(other.ok));
  return (
    <ul className={styles.checks} data-part="checks">
      {all.map(({ what, ok, says }) => (
        <li key={`${what} ${says}`} className={ok ? styles.well : styles.amiss} data-ok={ok}>
          <span className={styles.sign} aria-hidden="true">
            {ok ? '✓' : '!'}
          </span>
          <span>
            <strong>{nameOf(what)}</strong>
            {!ok && <span className="heard"> (wrong)</span>}: {says}
          </span>
        </li>
      ))}
    </ul>
  );
}

function nameOf(what: string): string {
  return what === '' ? 'Answer' : what.charAt(0).toUpperCase() + what.slice(1);
}
