import type { ReactNode } from 'react';
import type { Health } from '../../../server/contract/index.ts';
import styles from './nights.module.css';

type State = Health['asked'][number]['nights'][number]['state'];

/** Each state has a shape of its own, so that none needs its colour. */
const shapes: Record<State, ReactNode> = {
  done: <rect className={styles.full} x="2" y="2" width="12" height="20" rx="2" />,
  stopped: (
    <>
      <rect className={styles.outline} x="2.75" y="2.75" width="10.5" height="18.5" rx="2" />
      <rect className={styles.full} x="2" y="12" width="12" height="10" rx="2" />
    </>
  ),
  failed: (
    <g className={styles.bad}>
      <rect x="2.75" y="2.75" width="10.5" height="18.5" rx="2" />
      <path d="M5.5 9l5 6m0-6l-5 6" />
    </g>
  ),
  running: (
    <>
      <rect className={styles.outline} x="2.75" y="2.75" width="10.5" height="18.5" rx="2" />
      <circle className={styles.full} cx="8" cy="12" r="2.75" />
    </>
  ),
  due: <rect className={styles.dotted} x="2.75" y="2.75" width="10.5" height="18.5" rx="2" />,
  none: <path className={styles.missing} d="M4 12h8" />,
};

export function NightMark({ state }: { state: State }) {
  return (
    <svg className={styles.mark} viewBox="0 0 16 24" aria-hidden="true">
      {shapes[state]}
    </svg>
  );
}
