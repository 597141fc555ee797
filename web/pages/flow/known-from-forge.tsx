import { FlowFigure, type Shown } from './flow-figure.tsx';
import styles from './flow-page.module.css';
import { Phases } from './phases.tsx';

/** All that is known of a change where a forge tells: the whole, its phases, and until it is live. */
export function KnownFromForge(shown: Shown) {
  return (
    <>
      <div className={styles.pair}>
        <FlowFigure measure="cycle-time" {...shown} />
        <FlowFigure measure="time-to-merge" {...shown} />
      </div>
      <Phases {...shown} />
      <div className={styles.three}>
        <FlowFigure measure="lead-time-for-changes" size="small" {...shown} />
        <FlowFigure measure="merged-pull-requests" size="small" {...shown} />
        <FlowFigure measure="batch-size" size="small" {...shown} />
      </div>
    </>
  );
}
