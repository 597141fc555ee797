import type { MeasureId, StatusAnswer } from '../../../server/contract/index.ts';
import { useAnchor } from '../../ui/use-anchor.ts';
import { AgeingFigure } from './ageing-figure.tsx';
import { AiSection } from './ai-section.tsx';
import { DeliverySection } from './delivery-section.tsx';
import styles from './flow-below.module.css';
import { FlowLimits } from './flow-limits.tsx';
import { FlowNotes } from './flow-notes.tsx';
import { IssueSection } from './issue-section.tsx';
import { ScatterFigure } from './scatter-figure.tsx';
import type { Shown } from './shown.ts';
import { TeamFigure, type TeamMeasure } from './team-figure.tsx';
import { WeeklyFigures } from './weekly-figures.tsx';

export type FlowBelowProps = {
  shown: Shown;
  status: StatusAnswer;
  /** Whether all that is asked about was read from clones. */
  clones: boolean;
  /** What the reader chose for the team figure. */
  panels: string | null;
  choosePanels: (measure: MeasureId) => void;
  /** Whether an issue tracker is connected. */
  tracked: boolean;
  /** Whether any work carries a mark of an AI tool. */
  marked: boolean;
};

const onForge: readonly TeamMeasure[] = [
  { measure: 'time-to-merge', name: 'Time to merge' },
  { measure: 'cycle-time', name: 'Cycle time' },
  { measure: 'coding-time', name: 'Coding time' },
  { measure: 'pickup-time', name: 'Pickup time' },
  { measure: 'review-time', name: 'Review time' },
  { measure: 'merge-time', name: 'Merge time' },
  { measure: 'deploy-time', name: 'Deploy time' },
  { measure: 'lead-time-for-changes', name: 'Lead time for changes' },
  { measure: 'batch-size', name: 'Batch size' },
];
const inClones: readonly TeamMeasure[] = [
  { measure: 'cycle-time', name: 'Cycle time' },
  { measure: 'batch-size', name: 'Batch size' },
];

/** The lower half of the page, which comes in a script of its own: the weeks, pull requests one by one, what is open, the teams, and what is to be known of all of it. */
export function FlowBelow({ shown, status, clones, panels, choosePanels, tracked, marked }: FlowBelowProps) {
  const measures = clones ? inClones : onForge;
  const chosen = measures.find(({ measure }) => measure === panels)?.measure;
  useAnchor();
  return (
    <div className={styles.below}>
      {!clones && <WeeklyFigures {...shown} />}
      <div id="one-by-one">
        <ScatterFigure
          measure={clones ? 'cycle-time' : 'time-to-merge'}
          label={clones ? 'Cycle time, one by one' : 'Time to merge, one by one'}
          shown={shown}
        />
      </div>
      {!clones && (
        <div id="open-work">
          <AgeingFigure shown={shown} />
        </div>
      )}
      {!clones && <DeliverySection shown={shown} />}
      <div id="teams">
        <TeamFigure
          measures={measures}
          chosen={chosen ?? (clones ? 'cycle-time' : 'time-to-merge')}
          choose={choosePanels}
          shown={shown}
        />
      </div>
      {tracked && <IssueSection shown={shown} />}
      {marked && <AiSection shown={shown} />}
      <FlowNotes view={shown.view} teams={shown.teams} />
      <FlowLimits status={status} />
    </div>
  );
}
