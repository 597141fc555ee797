import styles from './waiting.module.css';

/** Says what is asked for, where the answer is going to stand. */
export function Waiting({ children }: { children: string }) {
  return (
    <div aria-busy="true">
      <p className={styles.waiting} role="status">
        {children}
      </p>
    </div>
  );
}
