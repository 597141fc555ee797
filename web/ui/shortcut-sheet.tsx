import { type RefObject, useId } from 'react';
import { Button } from './button.tsx';
import styles from './shortcut-sheet.module.css';
import type { Shortcut } from './use-shortcuts.ts';

type ShortcutSheetProps = {
  sheet: RefObject<HTMLDialogElement | null>;
  shortcuts: readonly Shortcut[];
  on: boolean;
  switchOn: (on: boolean) => void;
};

/** Which keys there are; and the switch that turns them off for those whose hands or software type by accident. */
export function ShortcutSheet({ sheet, shortcuts, on, switchOn }: ShortcutSheetProps) {
  const id = useId();
  return (
    <dialog ref={sheet} className={styles.sheet} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        Keyboard shortcuts
      </h2>
      <dl className={styles.keys} data-on={on}>
        {[...shortcuts, away].map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input type="checkbox" checked={on} onChange={(event) => switchOn(event.currentTarget.checked)} />
        Use these keys in this browser
      </label>
      <Button press={() => sheet.current?.close()}>Close</Button>
    </dialog>
  );
}

const away = { keys: 'Esc', does: 'Close what is open, else clear the filters' };
