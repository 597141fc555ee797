import { Link, useLocation, useSearch } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { PlainState } from '../../ui/plain-state.tsx';
import { today } from './places.ts';
import styles from './shared.module.css';

type NoSuchShareProps = { gone: boolean; says: string; retry: () => void };

/** The link opens nothing: it was deleted, or mistyped, or the server does not answer. */
export function NoSuchShare({ gone, says, retry }: NoSuchShareProps) {
  const [path] = useLocation();
  const search = useSearch();
  usePageTitle('Shared page');
  return (
    <main className={styles.alone}>
      <PlainState
        level="h1"
        title={gone ? 'There is nothing under this link.' : 'This link cannot be opened.'}
      >
        <p>{says}</p>
        <p>
          <Link href={path + today(search)}>Show today’s numbers for the same question</Link>
        </p>
        {!gone && <Button press={retry}>Try again</Button>}
      </PlainState>
    </main>
  );
}

/** What was kept has another shape than this version of the program draws. */
export function NotDrawable({ version }: { version: string }) {
  return (
    <main className={styles.alone}>
      <PlainState level="h1" title="These numbers cannot be drawn any more.">
        <p>
          They were kept by version {version} of Uptake, and this version draws other ones. Nothing of them is
          lost: they open in that version.
        </p>
      </PlainState>
    </main>
  );
}
