import { useId } from 'react';
import { Link } from 'wouter';
import type { VerdictAnswer } from '../../../server/contract/index.ts';
import { writeQuestion } from '../../filters/question.ts';
import { useQuestion } from '../../filters/use-question.ts';
import { WithCommand } from '../../ui/with-command.tsx';
import { NumberCard } from './number-card.tsx';
import { SaidText } from './said-text.tsx';
import styles from './verdict-page.module.css';

/** The sentence, four numbers and one next step. */
export function Answered({ answer, waiting }: { answer: VerdictAnswer; waiting: boolean }) {
  const id = useId();
  const { view, show } = useQuestion();
  const { rollout, said, numbers, next, grade, countsSentence } = answer.data;
  const address = (page: string) => page + writeQuestion({ view, show });
  return (
    <div className={styles.answer} aria-busy={waiting}>
      <section aria-labelledby={`${id}-said`}>
        {rollout !== null && <p className={styles.rollout}>Rollout: {rollout.name}</p>}
        <SaidText said={said} id={`${id}-said`} />
      </section>
      {numbers.length > 0 && (
        <section aria-labelledby={`${id}-numbers`}>
          <h2 id={`${id}-numbers`} className="heard">
            Four numbers
          </h2>
          <ul className={styles.numbers}>
            {numbers.map((number) => (
              <NumberCard key={number.key} number={number} href={address(number.page)} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby={`${id}-next`} className={styles.next}>
        <h2 id={`${id}-next`} className={styles.heading}>
          Next step
        </h2>
        <p>
          <WithCommand text={next.sentence} />
        </p>
        <p>
          <Link className={styles.go} href={address(next.page)}>
            {next.link}
          </Link>
        </p>
      </section>
      {(grade !== null || countsSentence !== '') && (
        <section aria-labelledby={`${id}-sure`} className={styles.next}>
          <h2 id={`${id}-sure`} className={styles.heading}>
            How sure are we?
          </h2>
          <p className={styles.quiet}>
            {grade !== null && `Evidence grade ${grade.letter} of A to D: ${grade.means}. `}
            {countsSentence}
          </p>
          {next.page !== '/impact' && (
            <p>
              <Link className={styles.go} href={address('/impact')}>
                The working, on Impact
              </Link>
            </p>
          )}
        </section>
      )}
    </div>
  );
}
