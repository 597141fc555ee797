import { useState } from 'react';
import type { Rollouts } from '../../../server/contract/index.ts';
import { Button } from '../../ui/button.tsx';
import styles from './rollout-form.module.css';

type StartFieldsProps = {
  teams: Rollouts['teams'];
  days: ReadonlyMap<string, string>;
  set: (team: string, day: string) => void;
  /** One day for all that have none. */
  setRest: (day: string) => void;
};

/** The start of each team; an empty field is "not planned". */
export function StartFields({ teams, days, set, setRest }: StartFieldsProps) {
  const [rest, chooseRest] = useState('');
  const [fewest, most] = ['2015-01-01', '2099-12-31'];
  const open = teams.filter(({ id }) => (days.get(id) ?? '') === '').length;
  return (
    <fieldset className={styles.starts}>
      <legend className={styles.legend}>Start of each team; empty is “not planned”</legend>
      <div className={styles.grid}>
        {teams.map(({ id, name }) => (
          <div key={id} className={styles.row}>
            <label className={styles.day}>
              <span>{name}</span>
              <input
                type="date"
                min={fewest}
                max={most}
                value={days.get(id) ?? ''}
                onChange={({ target }) => set(id, target.value)}
              />
            </label>
            <button
              type="button"
              className={styles.clear}
              disabled={(days.get(id) ?? '') === ''}
              onClick={() => set(id, '')}
            >
              Clear<span className="heard"> the start of {name}</span>
            </button>
          </div>
        ))}
      </div>
      {teams.length > 1 && (
        <div className={styles.rest}>
          <label className={styles.field}>
            One day for the teams without
            <input type="date" value={rest} onChange={({ target }) => chooseRest(target.value)} />
          </label>
          <Button press={() => rest !== '' && setRest(rest)}>Fill in {open}</Button>
        </div>
      )}
    </fieldset>
  );
}
