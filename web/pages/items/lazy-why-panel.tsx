import { lazy, Suspense } from 'react';
import type { WhyPanelProps } from './why-panel.tsx';

const WhyPanel = lazy(async () => ({ default: (await import('./why-panel.tsx')).WhyPanel }));

/** The panel, whose script comes with the first that is opened. */
export function LazyWhyPanel(props: WhyPanelProps) {
  return (
    <Suspense fallback={null}>
      <WhyPanel {...props} />
    </Suspense>
  );
}
