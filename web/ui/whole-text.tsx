import { Fragment } from 'react';
import styles from './whole-text.module.css';

/** A text in which no line begins with the sign of a percentage, and which copies and reads as it was. */
export function WholeText({ text }: { text: string }) {
  const [before = '', share, ...after] = text.split(/(\S+ %)/);
  if (share === undefined) return before;
  return (
    <Fragment>
      {before}
      <span className={styles.whole}>{share}</span>
      <WholeText text={after.join('')} />
    </Fragment>
  );
}
