import { Link } from 'wouter';
import type { Impact, VerdictRow } from '../../../server/contract/index.ts';
import { whole } from '../../../server/words/whole.ts';
import styles from './impact-page.module.css';

/** What there is to do where nothing can be compared yet; none: there is a finding to read. */
const steps: Partial<Record<VerdictRow, { page: string; words: string }>> = {
  'no-start': { page: '/settings', words: 'Say in Settings which team started when' },
  'not-started': {
    page: '/settings',
    words: 'See the planned starts, or let lots decide the order, in Settings',
  },
  'no-before': { page: '/data', words: 'See how far back the data reach' },
  stale: { page: '/data', words: 'See on Data health what was read, and when' },
};

/** What the page comes to, above everything that it rests on: the smallest change that could be seen before any that was. */
export function SaidOf({ impact: { said, rollout, working } }: { impact: Impact }) {
  const step = steps[said.row];
  return (
    <section
      className={styles.said}
      data-row={said.row}
      data-tone={said.tone ?? 'none'}
      aria-label="What is said"
    >
      {rollout !== null && <p className={styles.quiet}>Rollout: {rollout.name}</p>}
      <p className={styles.sentence}>{said.sentence}</p>
      {said.under !== '' && <p className={styles.under}>{whole(said.under)}</p>}
      {said.cost !== null && (
        <p className={styles.under} data-part="cost">
          {whole(said.cost)}
        </p>
      )}
      {said.remark !== null && <p className={styles.under}>{whole(said.remark)}</p>}
      {working !== null && working.smallest !== '' && said.row !== 'no-data' && (
        <p className={styles.quiet} data-part="smallest">
          {working.smallest}
        </p>
      )}
      {said.look !== '' && <p className={styles.quiet}>{said.look}</p>}
      {step !== undefined && (
        <p>
          <Link href={step.page}>{step.words}</Link>
        </p>
      )}
    </section>
  );
}
