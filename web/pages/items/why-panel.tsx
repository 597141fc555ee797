import type { Item, MeasureId, View } from '../../../server/contract/index.ts';
import { count } from '../../../server/words/number.ts';
import { useWhy } from '../../api/items.ts';
import { RowPanel } from './row-panel.tsx';
import { Marks } from './why-marks.tsx';

export type WhyPanelProps = {
  id: string;
  item: Item;
  /** The measure that the list is of. */
  measure: MeasureId | null;
  view: View;
  zone: string;
  close: () => void;
};

const way: readonly (readonly [keyof Item['at'], string])[] = [
  ['firstCommit', 'First commit'],
  ['opened', 'Opened'],
  ['ready', 'Ready for review'],
  ['firstReview', 'First human review'],
  ['approved', 'Last approval'],
  ['merged', 'Merged'],
  ['closed', 'Closed'],
  ['deployed', 'Deployed'],
];

/** What a pull request went through, how large it is, what marks of AI it bears, and which measures count it. */
export function WhyPanel({ item, view, ...panel }: WhyPanelProps) {
  const why = useWhy(item.id, { ...(view.by && { by: view.by }), ...(view.hours && { hours: view.hours }) });
  const { at, lines, files, teams, teamBasis } = item;
  return (
    <RowPanel
      {...panel}
      way={way.map(([key, label]) => [label, at[key]])}
      facts={
        lines !== null && (
          <div>
            <dt>Size</dt>
            <dd>
              {count(lines, 'line')}
              {files !== null && ` in ${count(files, 'file')}`}
            </dd>
          </div>
        )
      }
      teams={teams}
      teamBasis={teamBasis}
      why={why}
      below={why.data?.data.ai && <Marks ai={why.data.data.ai} />}
    />
  );
}
