import { type FormEvent, useId, useState } from 'react';
import type { CheckedSource } from '../../../server/contract/index.ts';
import button from '../../ui/button.module.css';
import { Button } from '../../ui/button.tsx';
import { CheckList } from './check-list.tsx';
import styles from './source-form.module.css';

export type FormField = {
  name: string;
  label: string;
  /** Below the field; empty: nothing to say. */
  hint: string;
  /** What stands there before somebody writes. */
  value?: string;
  placeholder?: string;
  /** A secret is not shown, and no browser offers to remember it. */
  secret?: boolean;
  needed?: boolean;
};

export type AskedFormProps = {
  /** What is connected, for a screen reader: "GitHub". */
  of: string;
  fields: readonly FormField[];
  /** What the way to keep it says; "Check and connect" else. */
  keeps?: string;
  /** Whether it may be asked without being kept. */
  checks?: boolean;
  ask: (values: Readonly<Record<string, string>>, keep: boolean) => Promise<CheckedSource>;
};

type Outcome = { found: CheckedSource } | { fault: string } | null;

/** Asks another system for real with what is written; only what can be read or reached is kept. */
export function AskedForm({
  of,
  fields,
  keeps = 'Check and connect',
  checks = true,
  ask: askOutside,
}: AskedFormProps) {
  const id = useId();
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map(({ name, value = '' }) => [name, value])),
  );
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const ask = (keep: boolean) => {
    const missing = fields.find(({ name, needed }) => needed === true && (values[name] ?? '').trim() === '');
    if (missing !== undefined) {
      setOutcome({ fault: `Fill in: ${missing.label}.` });
      document.getElementById(`${id}-${missing.name}`)?.focus();
      return;
    }
    setBusy(true);
    setOutcome(null);
    askOutside(values, keep)
      .then(
        (found) => {
          setOutcome({ found });
          const secrets = fields.filter(({ secret }) => secret === true).map(({ name }) => [name, '']);
          if (found.kept) setValues((now) => ({ ...now, ...Object.fromEntries(secrets) }));
        },
        (error: unknown) => setOutcome({ fault: error instanceof Error ? error.message : String(error) }),
      )
      .finally(() => setBusy(false));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(true);
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-busy={busy} aria-label={`Connect ${of}`}>
      <div className={styles.fields}>
        {fields.map(({ name, label, hint, placeholder, secret }) => (
          <label key={name} className={styles.field}>
            {label}
            <input
              id={`${id}-${name}`}
              type={secret === true ? 'password' : 'text'}
              autoComplete={secret === true ? 'new-password' : 'off'}
              spellCheck={false}
              value={values[name] ?? ''}
              placeholder={placeholder}
              onChange={({ target }) => setValues({ ...values, [name]: target.value })}
            />
            {hint !== '' && <span className={styles.hint}>{hint}</span>}
          </label>
        ))}
      </div>
      <div className={styles.actions}>
        <button type="submit" className={`${button.button} ${button.strong}`} disabled={busy}>
          {keeps}
          <span className="heard"> {of}</span>
        </button>
        {checks && (
          <Button press={() => ask(false)}>
            Only check<span className="heard"> {of}</span>
          </Button>
        )}
        <p className={styles.said} role="status">
          {busy ? `Asking ${of} …` : outcome !== null && 'found' in outcome ? outcome.found.summary : ''}
        </p>
      </div>
      {outcome !== null && 'fault' in outcome && (
        <p className={styles.fault} role="alert">
          {outcome.fault}
        </p>
      )}
      {outcome !== null && 'found' in outcome && <CheckList checks={outcome.found.checks} />}
    </form>
  );
}
