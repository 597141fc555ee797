import { type FormEvent, useId, useState } from 'react';
import type { DrawnOrder, StatedRollout } from '../../../server/contract/index.ts';
import { count } from '../../../server/words/number.ts';
import button from '../../ui/button.module.css';
import { Button } from '../../ui/button.tsx';
import styles from './rollout-form.module.css';

type DrawPanelProps = {
  rollout: StatedRollout;
  today: string;
  /** Rejects with an Error that says what is wrong. */
  draw: (order: DrawnOrder) => Promise<void>;
  close: () => void;
};

/** Draws who starts when among the teams that have not started. */
export function DrawPanel({ rollout, today, draw, close }: DrawPanelProps) {
  const id = useId();
  const open = rollout.starts.filter(({ day }) => day === null || day > today);
  const [chosen, choose] = useState<ReadonlySet<string>>(() => new Set(open.map(({ team }) => team)));
  const [dates, setDates] = useState({ first: '', weeksApart: '4', together: '1' });
  const [fault, setFault] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const laid = {
      first: dates.first,
      weeksApart: Number(dates.weeksApart),
      together: Number(dates.together),
    };
    draw({ teams: [...chosen], ...(dates.first !== '' && laid) }).then(close, (error: unknown) =>
      setFault(error instanceof Error ? error.message : String(error)),
    );
  };
  const turn = (team: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(team);
    else next.delete(team);
    choose(next);
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={submit}
      data-part="draw"
      aria-labelledby={`${id}-title`}
    >
      <h4 id={`${id}-title`} className={styles.title}>
        Randomise the order for me
      </h4>
      <p>
        When lots decide which team starts first, nobody has picked the teams that were doing well anyway. No
        other evidence is as strong: only then may a difference be laid to the rollout itself. The order is
        kept with its seed, and drawing again stays in the history.
      </p>
      {open.length < 2 ? (
        <p className={styles.quiet}>Fewer than two teams have not started: there is no order to be drawn.</p>
      ) : (
        <>
          <fieldset className={styles.teams}>
            <legend>{count(open.length, 'team')} not started yet</legend>
            {open.map(({ team, name }) => (
              <label key={team} className={styles.check}>
                <input
                  type="checkbox"
                  checked={chosen.has(team)}
                  onChange={({ currentTarget: { checked } }) => turn(team, checked)}
                />
                {name}
              </label>
            ))}
          </fieldset>
          <div className={styles.fields}>
            <label className={styles.field}>
              First start, if it is known
              <input
                type="date"
                value={dates.first}
                onChange={({ target }) => setDates({ ...dates, first: target.value })}
              />
            </label>
            <label className={styles.field}>
              Weeks from one start to the next
              <input
                type="number"
                min={1}
                max={100}
                value={dates.weeksApart}
                onChange={({ target }) => setDates({ ...dates, weeksApart: target.value })}
              />
            </label>
            <label className={styles.field}>
              Teams that start together
              <input
                type="number"
                min={1}
                max={100}
                value={dates.together}
                onChange={({ target }) => setDates({ ...dates, together: target.value })}
              />
            </label>
          </div>
          <p className={styles.quiet}>
            Without a first start the order alone is drawn; dates that were planned for these teams are taken
            away, and you set new ones in the drawn order.
          </p>
        </>
      )}
      {fault !== '' && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      <div className={styles.actions}>
        {open.length >= 2 && (
          <button type="submit" className={`${button.button} ${button.strong}`}>
            Draw the order
          </button>
        )}
        <Button press={close}>Cancel</Button>
      </div>
    </form>
  );
}
