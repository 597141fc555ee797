import type { AdoptionName, Choices, Status, View } from '../../../server/contract/index.ts';
import { whole } from '../../../server/words/whole.ts';
import { useAdoption } from '../../api/adoption.ts';
import type { Show } from '../../filters/question.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { AdoptionFigureShown } from './adoption-figure.tsx';
import styles from './adoption-page.module.css';

/** What all figures of the page share. */
export type Shown = {
  view: View;
  show: Show;
  repositories: Status['repositories'];
  teams: Choices['teams'];
  dataLine: string;
  /** Whether it is known that the question may be asked. */
  settled: boolean;
  clear: () => void;
};

const FIGURES: readonly { figure: AdoptionName; label: string }[] = [
  { figure: 'share', label: 'AI-marked share by team' },
  { figure: 'funnel', label: 'From enabled to habit' },
  { figure: 'use', label: 'Use on two bases' },
  { figure: 'depth', label: 'How deeply it is used' },
  { figure: 'retention', label: 'Who goes on' },
  { figure: 'busy', label: 'Use in busy weeks' },
  { figure: 'fate', label: 'The thousandth run' },
  { figure: 'production', label: 'In production' },
  { figure: 'spread', label: 'How far it has spread' },
];

/** With a tracker alone there is nothing that could carry marks. */
const ALONE: typeof FIGURES = [{ figure: 'use', label: 'Use reported by vendors' }];

/** First the answer in words, then a figure for each part of it. */
export function AdoptionFigures({ shown }: { shown: Shown }) {
  // All of it is about marks: there is nothing to narrow by them.
  const { ai: _ai, tool: _tool, ...view } = shown.view;
  const answer = useAdoption(view, shown.settled);
  const sentences = answer.data?.data.sentences;
  usePageTitle('Adoption', sentences?.[0]?.replace(/\.$/, '') ?? null);
  return (
    <div className={styles.figures} data-section="adoption">
      <div className={styles.answer} aria-busy={sentences === undefined}>
        {sentences === undefined
          ? answer.error !== null && <p>{answer.error.message}</p>
          : sentences.map((sentence) => <p key={sentence}>{whole(sentence)}</p>)}
      </div>
      {(shown.repositories.length === 0 ? ALONE : FIGURES).map((one) => (
        <AdoptionFigureShown key={one.figure} {...one} shown={{ ...shown, view }} />
      ))}
    </div>
  );
}
