import type { MeasureId, StatusAnswer } from '../../../server/contract/index.ts';
import { useAnchor } from '../../ui/use-anchor.ts';
import { AgeingFigure } from './ageing-figure.tsx';
import { AiSection } from './ai-section.tsx';
import { DeliverySection } from './delivery-section.tsx';
import styles from './flow-below.module.css';
import { FlowLimits } from './flow-limits.tsx';
import { FlowNotes } from './flow-notes.tsx';
import { IssueSection } from './issue-section.tsx';
import { OneByOne } from './one-by-one.tsx';
import type { Shown } from './shown.ts';
import type { TeamMeasure } from './team-figure.tsx';
import { Teams } from './teams.tsx';
import { WeeklyFigures } from './weekly-figures.tsx';

export type FlowBelowProps = {
  shown: Shown;
  status: StatusAnswer;
  /** Whether all that is asked about was read from clones. */
  clones: boolean;
  /** Whether there are issues alone, and no repository. */
  alone: boolean;
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
const ofIssues: readonly TeamMeasure[] = [
  { measure: 'issue-cycle-time', name: 'Issue cycle time' },
  { measure: 'issue-lead-time', name: 'Issue lead time' },
];
const inClones: readonly TeamMeasure[] = [
  { measure: 'cycle-time', name: 'Cycle time' },
  { measure: 'batch-size', name: 'Batch size' },
];

/** The lower half of the page, which comes in a script of its own: the weeks and what is open; then parts that rest, each under what it finds; and what is to be known of all of it. */
export function FlowBelow(props: FlowBelowProps) {
  const { shown, status, clones, alone, panels, choosePanels, tracked, marked } = props;
  const ofWork = alone ? [] : clones ? inClones : onForge;
  const measures = tracked ? [...ofWork, ...ofIssues] : ofWork;
  const chosen = measures.find(({ measure }) => measure === panels)?.measure;
  useAnchor();
  if (alone) {
    return (
      <div className={styles.below}>
        <IssueSection shown={shown} rests={false} />
        <Teams
          measures={measures}
          chosen={chosen ?? 'issue-cycle-time'}
          choose={choosePanels}
          rests={false}
          shown={shown}
        />
        <FlowNotes view={shown.view} teams={shown.teams} />
        <FlowLimits status={status} />
      </div>
    );
  }
  return (
    <div className={styles.below}>
      {!clones && <WeeklyFigures {...shown} />}
      {!clones && (
        <div id="open-work">
          <AgeingFigure shown={shown} />
        </div>
      )}
      <div className={clones ? styles.below : undefined}>
        <OneByOne clones={clones} shown={shown} />
        {!clones && <DeliverySection shown={shown} />}
        <Teams
          measures={measures}
          chosen={chosen ?? (clones ? 'cycle-time' : 'time-to-merge')}
          choose={choosePanels}
          rests={!clones}
          shown={shown}
        />
        {tracked && <IssueSection shown={shown} rests />}
        {marked && <AiSection shown={shown} />}
      </div>
      <FlowNotes view={shown.view} teams={shown.teams} />
      <FlowLimits status={status} />
    </div>
  );
}
