import type { MeasureId } from '../../../server/contract/index.ts';
import { FlowFigure } from './flow-figure.tsx';
import styles from './phases.module.css';
import type { Shown } from './shown.ts';

const phases = [
  { measure: 'coding-time', name: 'Coding', until: 'Ready for review' },
  { measure: 'pickup-time', name: 'Pickup', until: 'First human review' },
  { measure: 'review-time', name: 'Review', until: 'Last approval' },
  { measure: 'merge-time', name: 'Merge', until: 'Merged' },
  { measure: 'deploy-time', name: 'Deploy', until: 'Deployed' },
] as const satisfies readonly { measure: MeasureId; name: string; until: string }[];

/** The way of a change in five phases, each in a chart of its own: their medians add up to nothing, so none is stacked. */
export function Phases(shown: Shown) {
  return (
    <section className={styles.phases} aria-labelledby="phases">
      <div className={styles.intro}>
        <h2 id="phases" className={styles.title}>
          The five phases, week by week
        </h2>
        <ol className={styles.way} aria-label="The phases of a change">
          <li className={styles.instant}>First commit</li>
          {phases.map(({ measure, name, until }) => (
            <li key={measure} className={styles.phase}>
              <span className={styles.name}>{name}</span>
              <span className={styles.instant}>{until}</span>
            </li>
          ))}
        </ol>
        <p className={styles.reading}>
          Each chart has its own scale of hours; the weeks are the same in all. The medians of the phases do
          not add up to the whole: each phase has slow pull requests of its own.
        </p>
        {shown.view.by !== 'merge' && (
          <p className={styles.reading}>
            By week of opening. What still waits to be picked up counts as waiting; of the other phases only
            what is merged is known, so that their most recent weeks look faster than they will turn out.
          </p>
        )}
      </div>
      {phases.map(({ measure }) => (
        <FlowFigure key={measure} measure={measure} size="small" {...shown} />
      ))}
    </section>
  );
}
