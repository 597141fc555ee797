import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import styles from './connected-list.module.css';
import type { StepProps } from './step.tsx';

/** What of some kinds is connected, each to be taken out again after a question. */
export function ConnectedList({ setup, edits, mayEdit, kinds }: StepProps & { kinds: readonly string[] }) {
  const all = setup.sources.filter(({ source }) => kinds.includes(source));
  return (
    <RemovableList
      names={mayEdit ? all.map(({ name }) => name) : []}
      remove={edits.remove}
      question={(name) =>
        `Read ${name} no more? What was read of it stays in the numbers, and its token stays in its file until somebody deletes that.`
      }
    />
  );
}

type RemovableListProps<Name extends string> = {
  names: readonly Name[];
  /** Resolves to what is said of it. */
  remove: (name: Name) => Promise<string>;
  question: (name: Name) => string;
};

/** Names, each to be taken out after a question. */
export function RemovableList<Name extends string>({ names, remove, question }: RemovableListProps<Name>) {
  const [asked, ask] = useState<string | null>(null);
  const [said, say] = useState('');
  const removed = (name: Name) =>
    remove(name)
      .then(say, (error: unknown) => say(error instanceof Error ? error.message : String(error)))
      .finally(() => ask(null));
  return (
    <div className={styles.all}>
      {names.length > 0 && (
        <ul className={styles.list} data-part="connected">
          {names.map((name) => (
            <li key={name} className={styles.entry}>
              <span>{name}</span>
              {asked !== name && (
                <Button press={() => ask(name)}>
                  Remove<span className="heard">: {name}</span>
                </Button>
              )}
              {asked === name && (
                <div className={styles.question} role="alert">
                  <p>{question(name)}</p>
                  <Button press={() => void removed(name)}>Remove it</Button>
                  <Button press={() => ask(null)}>Keep it</Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.said} role="status">
        {said}
      </p>
    </div>
  );
}
