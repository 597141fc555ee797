import { Link } from 'wouter';
import type { View } from '../../../server/contract/index.ts';
import { itemsHref } from '../../filters/items-address.ts';
import styles from './kind-switch.module.css';

/** The two kinds of work that are listed. What a list is narrowed to is not carried over: it means something else there. */
export function KindSwitch({ issues, view }: { issues: boolean; view: View }) {
  const { repo: _, ...ofIssues } = view;
  return (
    <nav className={styles.kinds} aria-label="What is listed">
      <Link href={itemsHref(view)} aria-current={issues ? undefined : 'page'}>
        Pull requests
      </Link>
      <Link href={itemsHref(ofIssues, { of: 'issues' })} aria-current={issues ? 'page' : undefined}>
        Issues
      </Link>
    </nav>
  );
}
