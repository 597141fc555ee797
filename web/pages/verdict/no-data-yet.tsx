import { Command } from '../../ui/command.tsx';
import type { RunningImport } from '../../ui/import-progress.tsx';
import { NothingYet } from '../../ui/nothing-yet.tsx';
import styles from './verdict-page.module.css';

/** A database without data: how far the first import is, or what to type; and the demo in the meantime. */
export function NoDataYet({ running }: { running: RunningImport | null }) {
  return (
    <>
      <NothingYet running={running} what="The verdict and its four numbers" />
      {running?.source !== 'demo' && (
        <section className={styles.next} aria-label="Demo">
          <h2 className={styles.heading}>You can look at the demo in the meantime</h2>
          <p>A made-up organisation with two years of work, in a database of its own.</p>
          <Command line="npm run uptake -- serve --demo" />
        </section>
      )}
    </>
  );
}
