import { useScatter } from '../../api/flow.ts';
import { Fold } from '../../ui/fold.tsx';
import { ScatterFigure } from './scatter-figure.tsx';
import type { Shown } from './shown.ts';

/** Pull requests one by one, from their opening where that is known. A page of clones is short: nothing rests on it. */
export function OneByOne({ clones, shown }: { clones: boolean; shown: Shown }) {
  const answer = useScatter('time-to-merge', shown.view, shown.settled && !clones);
  if (clones) {
    return (
      <div id="one-by-one">
        <ScatterFigure measure="cycle-time" label="Cycle time, one by one" shown={shown} />
      </div>
    );
  }
  return (
    <Fold id="one-by-one" title="One by one" says={answer.data?.data.finding ?? null} rests>
      <ScatterFigure measure="time-to-merge" label="Time to merge, one by one" shown={shown} />
    </Fold>
  );
}
