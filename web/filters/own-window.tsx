import type { KeyboardEvent, SubmitEvent } from 'react';
import type { View } from '../../server/contract/index.ts';
import { possibleDay } from './calendar-day.ts';
import { withoutWindow } from './chips.ts';
import styles from './own-window.module.css';

type OwnWindowProps = {
  view: View;
  /** It was opened just now: the first date takes the focus. */
  fresh: boolean;
  narrow: (view: View) => void;
  close: () => void;
};

/** The two ends of a window of one's own. They are asked for together: a year half typed is a date too. */
export function OwnWindow({ view, fresh, narrow, close }: OwnWindowProps) {
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [from, to] = inOrder(dayIn(form, 'from'), dayIn(form, 'to'));
    close();
    narrow({ ...withoutWindow(view), ...(from && { from }), ...(to && { to }) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !fresh) return;
    event.preventDefault();
    close();
  };
  return (
    <form className={styles.form} onSubmit={show} onKeyDown={onKeyDown}>
      <label className={styles.date}>
        From
        <input type="date" name="from" defaultValue={view.from} ref={fresh ? takeFocus : null} />
      </label>
      <label className={styles.date}>
        to
        <input type="date" name="to" defaultValue={view.to} />
      </label>
      <button type="submit" className={styles.show}>
        Show these weeks
      </button>
      <p className={styles.hint}>Whole weeks, Monday to Sunday; one end may stay open.</p>
    </form>
  );
}

function takeFocus(field: HTMLInputElement | null): void {
  field?.focus();
}

function dayIn(form: FormData, name: string): string | undefined {
  return possibleDay(String(form.get(name) ?? ''));
}

function inOrder(from: string | undefined, to: string | undefined) {
  return from !== undefined && to !== undefined && from > to ? [to, from] : [from, to];
}
