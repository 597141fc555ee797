import styles from './items-skeleton.module.css';

const rows = Array.from({ length: 8 }, (_, row) => row);

/** The place of a list that is on its way. */
export function ItemsSkeleton() {
  return (
    <div aria-busy="true" data-skeleton="">
      <p className="heard" role="status">
        Loading the pull requests.
      </p>
      <div className={styles.head} />
      {rows.map((row) => (
        <div key={row} className={styles.row}>
          <div className={styles.line} />
          <div className={styles.short} />
        </div>
      ))}
    </div>
  );
}
