import { useId } from 'react';
import { Link } from 'wouter';
import type { PageLink } from './frame.tsx';
import styles from './more-menu.module.css';
import { ThemeSwitch } from './theme-switch.tsx';

type MoreMenuProps = {
  pages: readonly PageLink[];
  /** Path of the page that is open. */
  current: string;
  hrefOf: (page: PageLink) => string;
  showShortcuts: () => void;
};

/** What is needed now and then: the pages behind the questions, the theme, and which keys there are. */
export function MoreMenu({ pages, current, hrefOf, showShortcuts }: MoreMenuProps) {
  const id = useId();
  const inside = pages.some(({ path }) => path === current);
  return (
    <div className={styles.more}>
      <button type="button" className={styles.opener} popoverTarget={id} data-current={inside}>
        More
      </button>
      <div id={id} popover="auto" className={styles.menu}>
        {pages.map((page) => (
          <Link
            key={page.path}
            className={styles.item}
            href={hrefOf(page)}
            aria-current={page.path === current ? 'page' : undefined}
          >
            {page.name}
          </Link>
        ))}
        <button type="button" className={styles.item} onClick={showShortcuts}>
          Keyboard shortcuts <kbd>?</kbd>
        </button>
        <ThemeSwitch />
      </div>
    </div>
  );
}
