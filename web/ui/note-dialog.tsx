import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import button from './button.module.css';
import styles from './note-dialog.module.css';
import { kindOf, kinds, longestNote, type NoteDraft } from './note-draft.ts';

export type NoteTeam = { readonly id: string; readonly name: string };

type NoteDialogProps = {
  title: string;
  draft: NoteDraft;
  teams: readonly NoteTeam[];
  /** Rejects with an Error, whose `field` is at fault where it has one. */
  save: (draft: NoteDraft) => Promise<void>;
  close: () => void;
};

type FieldName = 'kind' | 'day' | 'until' | 'team' | 'text';
/** Without a field: the whole of it could not be saved. */
type Fault = { readonly field: FieldName | null; readonly says: string };

const names = ['kind', 'day', 'until', 'team', 'text'] as const;

/** Writes one note. What is wrong with it stands beside the field, in the server's words. */
export function NoteDialog({ title, draft, teams, save, close }: NoteDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [note, setNote] = useState(draft);
  const [fault, setFault] = useState<Fault | null>(null);
  const [saving, setSaving] = useState(false);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (fault?.field) document.getElementById(`${id}-${fault.field}`)?.focus();
  }, [fault, id]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = missingIn(note);
    setFault(missing);
    if (missing !== null) return;
    setSaving(true);
    save(note).then(
      () => dialog.current?.close(),
      (error: unknown) => {
        setSaving(false);
        setFault(faultOf(error));
      },
    );
  };
  const fieldProps = (field: FieldName) => ({
    id: `${id}-${field}`,
    ...(fault?.field === field && { 'aria-invalid': true, 'aria-describedby': `${id}-fault` }),
  });
  const said = fault !== null && (
    <p id={`${id}-fault`} className={styles.fault} role="alert">
      {fault.says}
    </p>
  );
  const field = (name: FieldName, label: string, control: ReactNode) => (
    <div className={styles.field}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      {control}
      {fault?.field === name && said}
    </div>
  );
  const change = (part: Partial<NoteDraft>) => setNote({ ...note, ...part });
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={`${id}-title`} onClose={close}>
      <form noValidate onSubmit={submit} className={styles.form}>
        <h2 id={`${id}-title`} className={styles.title}>
          {title}
        </h2>
        {field(
          'kind',
          'What it is about',
          <select
            {...fieldProps('kind')}
            value={note.kind}
            onChange={({ target }) => change({ kind: kindOf(target.value) })}
          >
            {kinds.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>,
        )}
        <div className={styles.days}>
          {field(
            'day',
            'Day, or first day',
            <input
              {...fieldProps('day')}
              type="date"
              value={note.day}
              onChange={({ target }) => change({ day: target.value })}
            />,
          )}
          {field(
            'until',
            'Last day, if it is several',
            <input
              {...fieldProps('until')}
              type="date"
              value={note.until}
              onChange={({ target }) => change({ until: target.value })}
            />,
          )}
        </div>
        {teams.length > 0 &&
          field(
            'team',
            'Whom it concerns',
            <select
              {...fieldProps('team')}
              value={note.team}
              onChange={({ target }) => change({ team: target.value })}
            >
              <option value="">Everybody</option>
              {teams.map((team) => (
                <option key={team.id} value={team.id}>
                  {team.name}
                </option>
              ))}
            </select>,
          )}
        {field(
          'text',
          'What happened',
          <textarea
            {...fieldProps('text')}
            rows={3}
            maxLength={longestNote}
            value={note.text}
            onChange={({ target }) => change({ text: target.value.replace(/\s*\n\s*/g, ' ') })}
          />,
        )}
        <p className={styles.count}>
          {note.text.length} of {longestNote} characters
        </p>
        {fault?.field === null && said}
        <div className={styles.actions}>
          <button type="submit" className={`${button.button} ${button.strong}`} disabled={saving}>
            Save
          </button>
          <button type="button" className={button.button} onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}

function missingIn({ day, text }: NoteDraft): Fault | null {
  if (day === '') return { field: 'day', says: 'Choose the day that it happened on.' };
  return text.trim() === '' ? { field: 'text', says: 'Say in a few words what happened.' } : null;
}

/** A refusal names its field; whatever else went wrong stands above the buttons. */
function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { field: null, says: String(error) };
  const field = 'field' in error ? error.field : null;
  return { field: names.find((name) => name === field) ?? null, says: error.message };
}
