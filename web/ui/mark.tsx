import styles from './frame.module.css';

/** The sign beside the name: a line that has begun to climb. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path d="M7 22.5h4.5c3 0 3.6-2.2 4.6-5.2s1.9-7.3 8.9-7.3" />
      <circle cx="25" cy="10" r="2.6" />
    </svg>
  );
}
