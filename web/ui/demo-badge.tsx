import { useId } from 'react';
import { ConnectSources } from './connect-sources.tsx';
import styles from './demo-badge.module.css';

/** Says on every page that nothing here is real, and how to see what is. */
export function DemoBadge() {
  const id = useId();
  return (
    <div className={styles.demo}>
      <button type="button" className={styles.badge} popoverTarget={id}>
        <strong>Demo data</strong> <span className={styles.way}>Connect your own</span>
      </button>
      <section id={id} popover="auto" className={styles.words} aria-label="Connect your own data">
        <p>
          <strong>This organisation does not exist.</strong> Its teams, people and pull requests are made up.
        </p>
        <ConnectSources />
        <p>
          Your data go into a database of their own. Start Uptake again afterwards: it opens on them, and this
          demo is not shown any more.
        </p>
      </section>
    </div>
  );
}
