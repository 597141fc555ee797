import { Link } from 'wouter';
import type { PageLink } from '../../ui/frame.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { PlainState } from '../../ui/plain-state.tsx';

/** For an address that no page has. */
export function MissingPage({ pages }: { pages: readonly PageLink[] }) {
  usePageTitle('No such page');
  return (
    <PlainState title="There is no page at this address." level="h1">
      <p>The link may be older or newer than this version of Uptake. These pages exist:</p>
      <ul>
        {pages.map(({ path, name }) => (
          <li key={path}>
            <Link href={path}>{name}</Link>
          </li>
        ))}
      </ul>
    </PlainState>
  );
}
