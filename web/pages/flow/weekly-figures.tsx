import { FlowFigure } from './flow-figure.tsx';
import styles from './flow-page.module.css';
import { Phases } from './phases.tsx';
import type { Shown } from './shown.ts';

/** What a forge tells of merged work week by week: the phases, the whole of it, and until it is live. */
export function WeeklyFigures(shown: Shown) {
  return (
    <>
      <Phases {...shown} />
      <div id="whole" className={styles.pair}>
        <FlowFigure measure="cycle-time" {...shown} />
        <FlowFigure measure="time-to-merge" {...shown} />
      </div>
      <div className={styles.three}>
        <FlowFigure measure="lead-time-for-changes" size="small" {...shown} />
        <FlowFigure measure="merged-pull-requests" size="small" {...shown} />
        <FlowFigure measure="merged-per-person" size="small" {...shown} />
        <FlowFigure measure="batch-size" size="small" {...shown} />
        <FlowFigure measure="work-in-progress" size="small" {...shown} />
        <FlowFigure measure="age-of-open-work" size="small" {...shown} />
      </div>
    </>
  );
}
