import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Rollouts, WrittenRollout } from '../../../server/contract/index.ts';
import button from '../../ui/button.module.css';
import { Button } from '../../ui/button.tsx';
import { GuessPanel } from './guess-panel.tsx';
import { kindOf, kindOptions, type RolloutDraft, withDay, withRestOn, writtenOf } from './rollout-draft.ts';
import styles from './rollout-form.module.css';
import { StartFields } from './start-fields.tsx';

type RolloutFormProps = {
  title: string;
  draft: RolloutDraft;
  teams: Rollouts['teams'];
  /** Rejects with an Error that says what is wrong. */
  save: (rollout: WrittenRollout) => Promise<void>;
  close: () => void;
};

/** States one rollout with the start of every team. Nothing is written before it is saved. */
export function RolloutForm({ title, draft, teams, save, close }: RolloutFormProps) {
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [rollout, setRollout] = useState(draft);
  const [fault, setFault] = useState('');
  const [saving, setSaving] = useState(false);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (rollout.name.trim() === '') {
      setFault('Give it a name that people know it by.');
      first.current?.focus();
      return;
    }
    setSaving(true);
    save(writtenOf(rollout)).then(close, (error: unknown) => {
      setSaving(false);
      setFault(error instanceof Error ? error.message : String(error));
    });
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className={styles.title}>
        {title}
      </h3>
      <div className={styles.fields}>
        <label className={styles.field}>
          Name
          <input
            ref={first}
            value={rollout.name}
            maxLength={100}
            aria-invalid={fault !== '' && rollout.name.trim() === ''}
            onChange={({ target }) => setRollout({ ...rollout, name: target.value })}
          />
        </label>
        <label className={styles.field}>
          What it is
          <select
            value={rollout.kind}
            onChange={({ target }) => setRollout({ ...rollout, kind: kindOf(target.value) })}
          >
            {kindOptions.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.field}>
          Tool, if it is one
          <input
            value={rollout.tool}
            maxLength={60}
            placeholder="copilot"
            onChange={({ target }) => setRollout({ ...rollout, tool: target.value })}
          />
        </label>
      </div>
      <StartFields
        teams={teams}
        days={rollout.days}
        set={(team, day) => setRollout(withDay(rollout, team, day))}
        setRest={(day) => setRollout(withRestOn(rollout, day))}
      />
      <GuessPanel take={(team, day) => setRollout(withDay(rollout, team, day))} days={rollout.days} />
      {fault !== '' && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      <div className={styles.actions}>
        <button type="submit" className={`${button.button} ${button.strong}`} disabled={saving}>
          Save
        </button>
        <Button press={close}>Cancel</Button>
      </div>
    </form>
  );
}
