import { Link } from 'wouter';
import type { Health } from '../../../server/contract/index.ts';
import { type ItemsBehind, itemsHref } from '../../filters/items-address.ts';
import { Part } from '../../ui/part.tsx';
import styles from './left-out.module.css';

const ofIssues: readonly string[] = ['epic', 'sub-task', 'deleted'];

/** Of issues, those that were finished in the same weeks; pull requests by any measure. */
const behind = (leftOut: string): ItemsBehind =>
  ofIssues.includes(leftOut) ? { measure: 'issues-finished', leftOut } : { leftOut };

/** What takes part in no measure and why, each with the way to its items. */
export function LeftOut({ leftOut }: { leftOut: Health['leftOut'] }) {
  return (
    <Part id="left-out" title="What was left out, and why">
      <p className={styles.reading}>
        Of the same weeks. None of it is dropped silently: every figure counts it beside its own numbers.
      </p>
      <ul className={styles.list}>
        {leftOut.map(({ reason, sentence, why }) => (
          <li key={reason} className={styles.one} data-entry="left-out">
            <Link href={itemsHref({}, behind(reason))}>{sentence}</Link>
            <p>{why}</p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
