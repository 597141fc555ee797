import { type ReactNode, useEffect, useId, useState } from 'react';
import { whole } from '../../server/words/whole.ts';
import styles from './fold.module.css';

type FoldProps = {
  /** Its name in the address: `#issues`. */
  id: string;
  title: string;
  /** What is found in it, so that the answer stands on the page before it is opened; null where that is not known yet. */
  says: string | null;
  /** Whether it rests until somebody wants it. Otherwise it is a part like any other. */
  rests: boolean;
  /** One of the entries that a page consists of, as its tests know them. */
  entry?: boolean;
  children: ReactNode;
};

/**
 * A part of a long page that rests until a reader or the address asks for it. What is in it is laid out and drawn meanwhile, in the
 * browser's idle time: it opens at once, and is on paper.
 */
export function Fold({ id, title, says, rests, entry = false, children }: FoldProps) {
  const content = useId();
  const [opened, setOpened] = useState(() => named(id));
  useEffect(() => {
    const look = () => {
      if (named(id)) setOpened(true);
    };
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, [id]);
  const open = opened || !rests;
  return (
    <section
      className={styles.fold}
      aria-labelledby={id}
      data-open={open}
      data-rests={rests}
      data-entry={entry ? id : undefined}
    >
      <div className={styles.head}>
        <h2 className={styles.title} id={rests ? undefined : id}>
          {rests ? (
            <button
              type="button"
              id={id}
              className={styles.opener}
              aria-expanded={open}
              aria-controls={content}
              onClick={() => setOpened(!open)}
            >
              {title}
            </button>
          ) : (
            title
          )}
        </h2>
        {!open && says !== null && <p className={styles.says}>{whole(says)}</p>}
      </div>
      <div id={content} className={styles.content}>
        {children}
      </div>
    </section>
  );
}

const named = (id: string) => decodeURIComponent(location.hash.slice(1)) === id;
