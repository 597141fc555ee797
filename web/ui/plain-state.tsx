import type { ReactNode } from 'react';
import styles from './plain-state.module.css';

type PlainStateProps = { title: string; children: ReactNode; level?: 'h1' | 'h2' };

/** Stands where figures would be when there are none: says what is the case, and what to do about it. */
export function PlainState({ title, children, level: Title = 'h2' }: PlainStateProps) {
  return (
    <section className={styles.state}>
      <Title className={styles.title}>{title}</Title>
      <div className={styles.text}>{children}</div>
    </section>
  );
}
