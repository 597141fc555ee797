import { type ReactNode, useId } from 'react';
import type { Setup } from '../../../server/contract/index.ts';
import type { SetupEdits } from '../../api/setup.ts';
import styles from './setup-page.module.css';

/** What every step is given. */
export type StepProps = { setup: Setup; edits: SetupEdits; mayEdit: boolean };

type Step = {
  number: number;
  title: string;
  /** "Connected: acme"; null: nothing yet. */
  done: string | null;
  /** What is to be said where nothing is there yet. */
  open: string;
  children: ReactNode;
};

/** One step, with how it stands in its head. */
export function Step({ number, title, done, open, children }: Step) {
  const id = useId();
  return (
    <section className={styles.step} aria-labelledby={id} data-step={number}>
      <div className={styles.head}>
        <h2 id={id} className={styles.heading}>
          <span className={styles.number}>{number}</span> {title}
        </h2>
        <p className={done === null ? styles.quiet : styles.done} data-part="standing">
          {done === null ? open : `✓ ${done}`}
        </p>
      </div>
      {children}
    </section>
  );
}

/** "Connected: acme, example" of the sources of a kind; null: none is. */
export function connected({ sources }: Setup, ...kinds: readonly string[]): string | null {
  const found = sources.filter(({ source }) => kinds.includes(source));
  return found.length === 0 ? null : `Connected: ${found.map(({ name }) => name).join(', ')}`;
}

/** Where a secret is, in words for the field that takes it. */
export function tokenHint({ secrets }: Setup, name: string): string {
  const place = secrets.find((one) => one.name === name)?.place ?? 'missing';
  if (place === 'environment') return `${name} comes from the environment: leave this empty.`;
  return place === 'kept' ? 'One is kept: leave this empty to go on with it.' : '';
}
