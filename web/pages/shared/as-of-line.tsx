import { Link, useLocation, useSearch } from 'wouter';
import { today } from './places.ts';
import styles from './shared.module.css';

type AsOfLineProps = { asOf: string; sharedOn: string };

/** Says first of all that these are not the numbers of today, and leads there. */
export function AsOfLine({ asOf, sharedOn }: AsOfLineProps) {
  const [path] = useLocation();
  const search = useSearch();
  return (
    <aside className={styles.line} aria-label="Shared page" data-part="as-of">
      <div className={styles.inside}>
        <p>
          <strong>As of {asOf}: the numbers of that day,</strong> shared on {sharedOn}. Another filter or page
          shows today’s.
        </p>
        <Link className={styles.today} href={path + today(search)}>
          Show today’s
        </Link>
      </div>
    </aside>
  );
}
