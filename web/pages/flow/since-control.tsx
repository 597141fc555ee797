import type { SubmitEvent } from 'react';
import type { View } from '../../../server/contract/index.ts';
import { possibleDay } from '../../filters/calendar-day.ts';
import { Button } from '../../ui/button.tsx';
import styles from './flow-controls.module.css';

type SinceControlProps = { view: View; narrow: (view: View) => void };

/** The day that parts before from after. It is asked for with a press: a year half typed is a date too. */
export function SinceControl({ view, narrow }: SinceControlProps) {
  const { since, ...rest } = view;
  const compare = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const day = possibleDay(String(new FormData(event.currentTarget).get('since') ?? ''));
    narrow(day === undefined ? rest : { ...rest, since: day });
  };
  return (
    <form key={since ?? ''} className={styles.controls} onSubmit={compare}>
      <label className={styles.field}>
        Before and after
        <input type="date" name="since" defaultValue={since} required />
      </label>
      <button type="submit" className={styles.press}>
        Compare
      </button>
      {since !== undefined && <Button press={() => narrow(rest)}>Whole window</Button>}
    </form>
  );
}
