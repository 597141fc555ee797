import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { DataLine, type FrameStatus } from './data-line.tsx';
import styles from './frame.module.css';
import { keep, kept } from './kept.ts';
import { Mark } from './mark.tsx';
import { MoreMenu } from './more-menu.tsx';
import { Notice } from './notice.tsx';
import { PrintFoot } from './print-foot.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useArrival } from './use-arrival.ts';
import { useBarHeight } from './use-bar-height.ts';
import { useCurrentInView } from './use-current-in-view.ts';
import { type Shortcut, useShortcuts } from './use-shortcuts.ts';

export type PageLink = { readonly path: string; readonly name: string; readonly place: 'bar' | 'more' };

type FrameProps = {
  pages: readonly PageLink[];
  /** The question that is open, as a query string; the way to another page keeps it. */
  question: string;
  shortcuts: readonly Shortcut[];
  status: FrameStatus | undefined;
  /** All that is shown is about an organisation that does not exist. */
  demo: boolean;
  /** The server did not answer when it was last asked. */
  away: boolean;
  now: () => number;
  children: ReactNode;
};

const keysOff = 'uptake-keys-off';

/** What stands around every page: the name, the ways to go, and how far the data reach. */
export function Frame({ pages, question, shortcuts, status, demo, away, now, children }: FrameProps) {
  const [path] = useLocation();
  const bar = useRef<HTMLElement>(null);
  const links = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDialogElement>(null);
  const [keysOn, setKeysOn] = useState(() => kept(keysOff) === null);
  useArrival(path);
  useBarHeight(bar);
  useCurrentInView(links, path);
  const keys = useMemo(
    () => [...shortcuts, { keys: '?', does: 'Show these keys', run: () => sheet.current?.showModal() }],
    [shortcuts],
  );
  useShortcuts(keys, keysOn);
  const switchKeys = (on: boolean) => {
    keep(keysOff, on ? null : 'yes');
    setKeysOn(on);
  };
  const hrefOf = (page: PageLink) => page.path + question;
  const current = (page: PageLink) => (path === page.path ? 'page' : undefined);
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      <header ref={bar} className={styles.bar}>
        <div className={styles.inside}>
          <Link className={styles.name} href={`/${question}`}>
            <Mark />
            <span className={styles.word}>Uptake</span>
          </Link>
          <nav aria-label="Pages" className={styles.pages}>
            <div ref={links} className={styles.links}>
              {pages.map(
                (page) =>
                  page.place === 'bar' && (
                    <Link key={page.path} href={hrefOf(page)} aria-current={current(page)}>
                      {page.name}
                    </Link>
                  ),
              )}
            </div>
            <MoreMenu
              pages={pages.filter(({ place }) => place === 'more')}
              current={path}
              hrefOf={hrefOf}
              showShortcuts={() => sheet.current?.showModal()}
            />
          </nav>
          <DataLine status={status} question={question} demo={demo} away={away} />
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
      <PrintFoot dataLine={status?.dataLine ?? ''} now={now} />
      <ShortcutSheet sheet={sheet} shortcuts={keys} on={keysOn} switchOn={switchKeys} />
    </>
  );
}
