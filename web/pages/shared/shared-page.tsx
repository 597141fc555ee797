import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { useSearch } from 'wouter';
import { SharingProvider } from '../../ui/sharing.ts';
import { Opening } from './opening.tsx';
import { asofOf } from './places.ts';

/** Few links are to shared pages: what these need comes when one is opened. */
const Asked = lazy(async () => ({ default: (await import('./asked.tsx')).Asked }));

/**
 * Stands around all pages: with `asof` in the address they show the numbers that were kept under it, and otherwise those of
 * today, which can be shared.
 */
export function TodayOrShared({ children }: { children: ReactNode }) {
  const id = asofOf(useSearch());
  if (id === null) return <Today>{children}</Today>;
  return (
    <Suspense fallback={<Opening />}>
      <Asked key={id} id={id} pages={children} />
    </Suspense>
  );
}

function Today({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const share = useMemo(
    () => async () => {
      // Nobody waits for it before there is something to share.
      const { sharePage } = await import('../../api/shared.ts');
      const { address, asOf } = await sharePage(client, location, document.title);
      return { address: location.origin + address, asOf };
    },
    [client],
  );
  return <SharingProvider value={share}>{children}</SharingProvider>;
}
