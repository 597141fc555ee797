import { useState } from 'react';
import type { RolloutGuess } from '../../../server/contract/index.ts';
import { calendarDate } from '../../../server/words/date.ts';
import { useRolloutGuess } from '../../api/rollouts.ts';
import styles from './guess-panel.module.css';

type GuessPanelProps = {
  /** Fills one date in; nothing is saved by it. */
  take: (team: string, day: string) => void;
  /** What the fields hold now. */
  days: ReadonlyMap<string, string>;
};

/** Start dates as marks of AI tools suggest them, each to be taken by hand, below the reason not to. */
export function GuessPanel({ take, days }: GuessPanelProps) {
  const [open, setOpen] = useState(false);
  const guess = useRolloutGuess(open);
  return (
    <details
      className={styles.guess}
      data-part="guess"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>Nobody knows the dates? See what the work suggests</summary>
      {guess.data === undefined ? (
        <p className={styles.quiet} role="status">
          {guess.error === null ? 'Looking for the first marks of AI tools …' : guess.error.message}
        </p>
      ) : (
        <Guessed guess={guess.data.data} take={take} days={days} />
      )}
    </details>
  );
}

function Guessed({ guess: { warning, rule, teams }, take, days }: GuessPanelProps & { guess: RolloutGuess }) {
  return (
    <>
      <p className={styles.warning}>{warning}</p>
      <p className={styles.quiet}>{rule}</p>
      <ul className={styles.list}>
        {teams.map(({ team, name, day, evidence }) => (
          <li key={team} className={styles.entry}>
            <div>
              <strong>{name}</strong> <span className={styles.quiet}>{evidence}</span>
            </div>
            {day !== null && (
              <button
                type="button"
                className={styles.take}
                disabled={days.get(team) === day}
                onClick={() => take(team, day)}
              >
                {days.get(team) === day ? 'Filled in' : `Fill in ${calendarDate(day)}`}
                <span className="heard">: {name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
