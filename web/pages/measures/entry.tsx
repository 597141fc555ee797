import type { ReactNode } from 'react';
import { Fold } from '../../ui/fold.tsx';
import styles from './measure.module.css';

type EntryProps = {
  id: string;
  title: string;
  /** What it is; its first sentence stands on the page while the rest is closed. */
  text: readonly string[];
  children?: ReactNode;
};

/** An entry that rests until a reader, the address, or the printer asks for it. */
export function Entry({ id, title, text, children }: EntryProps) {
  const [first = ''] = text;
  return (
    <Fold id={id} title={title} says={firstSentence(first)} rests entry>
      <div className={styles.measure}>
        {text.map((paragraph) => (
          <p key={paragraph} className={styles.text}>
            {paragraph}
          </p>
        ))}
        {children}
      </div>
    </Fold>
  );
}

/** Up to the first full stop that ends a sentence: not that of "0.5", nor one within brackets. */
function firstSentence(text: string): string {
  return text.split(/(?<=[.:]) (?=\p{Lu})/u)[0] ?? text;
}
