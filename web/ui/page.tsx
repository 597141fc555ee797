import type { ReactNode } from 'react';
import styles from './page.module.css';

type PageProps = {
  name: string;
  /** What the page answers; left out while its script is on the way. */
  question?: string;
  /** The ways to hand it on, where no bar of filters holds them. */
  links?: ReactNode;
  children: ReactNode;
};

/** What every page begins with, and the room between its parts. */
export function Page({ name, question, links, children }: PageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.name}>
          {name}
          {question !== undefined && (
            <>
              {' '}
              <span className={styles.question}>{question}</span>
            </>
          )}
        </h1>
        {links !== undefined && <div className={styles.links}>{links}</div>}
      </div>
      {children}
    </div>
  );
}
