import styles from './shared.module.css';

export function Opening() {
  return (
    <main className={styles.alone} aria-busy="true">
      <p role="status">Opening what was shared …</p>
    </main>
  );
}
