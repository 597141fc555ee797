import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { DataLine, type FrameStatus } from './data-line.tsx';
import styles from './frame.module.css';
import { Mark } from './mark.tsx';
import { Notice } from './notice.tsx';

export type PageLink = { readonly path: string; readonly name: string };

type FrameProps = {
  pages: readonly PageLink[];
  status: FrameStatus | undefined;
  /** All that is shown is about an organisation that does not exist. */
  demo: boolean;
  /** The server did not answer when it was last asked. */
  away: boolean;
  children: ReactNode;
};

/** What stands around every page: the name, the ways to go, and how far the data reach. */
export function Frame({ pages, status, demo, away, children }: FrameProps) {
  const [path] = useLocation();
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      <header className={styles.bar}>
        <div className={styles.inside}>
          <Link className={styles.name} href="/">
            <Mark />
            Uptake
          </Link>
          <nav aria-label="Pages" className={styles.pages}>
            {pages.map((page) => (
              <Link key={page.path} href={page.path} aria-current={path === page.path ? 'page' : undefined}>
                {page.name}
              </Link>
            ))}
          </nav>
          <DataLine status={status} demo={demo} away={away} />
        </div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {status?.failed && (
          <div className={styles.first}>
            <Notice>The last import failed; what was read before is kept. {status.failed}</Notice>
          </div>
        )}
        {children}
      </main>
    </>
  );
}
