import { useId } from 'react';
import { ConnectSources } from './connect-sources.tsx';
import styles from './demo-badge.module.css';

/** Says on every page that nothing here is real, and how to see what is. */
export function DemoBadge() {
  const id = useId();
  return (
    <div className={styles.demo}>
      <strong className={styles.badge}>Demo data</strong>
      <span>This organisation does not exist.</span>
      <button type="button" className={styles.opener} popoverTarget={id}>
        Connect your own
      </button>
      <section id={id} popover="auto" className={styles.words} aria-label="Connect your own data">
        <ConnectSources />
        <p>
          Your data go into a database of their own. Start Uptake again afterwards: it opens on them, and this
          demo is not shown any more.
        </p>
      </section>
    </div>
  );
}
