import type { Choices, Status, View } from '../../../server/contract/index.ts';
import type { Show } from '../../filters/question.ts';

/** What all figures of the page share. */
export type Shown = {
  view: View;
  show: Show;
  repositories: Status['repositories'];
  teams: Choices['teams'];
  /** Whether it is known that the question may be asked. */
  settled: boolean;
  dataLine: string;
  clear: () => void;
  /** Asks the question with another view. */
  narrow: (view: View) => void;
};
