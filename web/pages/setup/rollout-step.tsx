import { useState } from 'react';
import { Link } from 'wouter';
import { count } from '../../../server/words/number.ts';
import { useRolloutGuess } from '../../api/rollouts.ts';
import styles from './setup-page.module.css';
import { Step, type StepProps } from './step.tsx';

/** When teams started; what the work suggests is shown here and confirmed under Settings. */
export function RolloutStep({ setup, demo }: StepProps & { demo: boolean }) {
  const [open, setOpen] = useState(false);
  const guess = useRolloutGuess(open);
  const done = demo || setup.rollouts === 0 ? null : `${count(setup.rollouts, 'rollout')} stated`;
  const teams = guess.data?.data.teams ?? [];
  return (
    <Step
      number={6}
      title="Start dates"
      done={done}
      open={demo ? 'Yours are stated once your data are here' : 'None is stated yet'}
    >
      <p className={styles.text}>
        On which day was each team enabled? Without it there is no before and no after.{' '}
        <Link href="/settings">State the start dates under Settings</Link>, by hand, from a file, or from what
        the work suggests.
      </p>
      {setup.teams > 0 && (
        <details
          className={styles.vendor}
          data-part="guess"
          onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        >
          <summary>What the work suggests</summary>
          {guess.data === undefined ? (
            <p className={styles.quiet} role="status">
              {guess.error === null ? 'Looking for the first marks of AI tools …' : guess.error.message}
            </p>
          ) : (
            <>
              <p className={styles.notice}>{guess.data.data.warning}</p>
              <ul className={styles.guesses}>
                {teams.map(({ team, name, evidence }) => (
                  <li key={team} className={styles.guess}>
                    <div>
                      <strong>{name}</strong> <span className={styles.quiet}>{evidence}</span>
                    </div>
                  </li>
                ))}
              </ul>
            </>
          )}
        </details>
      )}
    </Step>
  );
}
