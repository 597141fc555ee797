import type { ReactNode } from 'react';
import type { Health } from '../../../server/contract/index.ts';
import { WithCommand } from '../../ui/with-command.tsx';
import styles from './verdict.module.css';

type VerdictProps = { verdict: Health['verdict']; children: ReactNode };

const looks: Record<Health['verdict']['answer'], string | undefined> = {
  yes: styles.well,
  partly: styles.beware,
  no: styles.beware,
  nothing: styles.plain,
  'made-up': styles.beware,
};

/** The answer to the page's question, what it rests on, and what to do. */
export function Verdict({ verdict, children }: VerdictProps) {
  const { answer, sentence, because, todo } = verdict;
  return (
    <section className={`${styles.verdict} ${looks[answer]}`} aria-labelledby="verdict" data-entry="verdict">
      <h2 id="verdict" className={styles.sentence}>
        {sentence}
      </h2>
      {because.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {children}
      {todo.length > 0 && (
        <p className={styles.todo}>
          <strong>What to do:</strong> <WithCommand text={todo.join(' ')} />
        </p>
      )}
    </section>
  );
}
