import type { ResolvedView, Series } from '../../../server/contract/index.ts';
import { count } from '../../../server/words/number.ts';
import { Button } from '../../ui/button.tsx';
import { InPlace } from '../../ui/in-place.tsx';

type NoValueProps = { series: Series; stat: ResolvedView['stat']; clear: (() => void) | null };

/** No week has a value: too few in each, or nothing to measure. Says which, and what would help. */
export function NoValue({ series, stat, clear }: NoValueProps) {
  const { points, definition } = series;
  const fullest = Math.max(0, ...points.map((point) => point.n));
  const tooFew = points.some((point) => point.state === 'too-few');
  return (
    <InPlace title={tooFew ? 'Too few to show.' : 'No data.'}>
      <p>
        {tooFew
          ? `A week is shown from ${count(definition.minimum[stat], 'pull request')} on; the fullest week here has ${fullest}.`
          : definition.emptyMeans}
      </p>
      {clear && <Button press={clear}>Clear the filters</Button>}
    </InPlace>
  );
}
