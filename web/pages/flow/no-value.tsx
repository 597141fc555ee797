import type { ResolvedView, Series } from '../../../server/contract/index.ts';
import { count } from '../../../server/words/number.ts';
import { Button } from '../../ui/button.tsx';
import { InPlace } from '../../ui/in-place.tsx';

type NoValueProps = { series: Series; stat: ResolvedView['stat']; clear: (() => void) | null };

/** No week has a value: nothing can be known, too few in each, or nothing to measure. Says which, and what would help. */
export function NoValue({ series, stat, clear }: NoValueProps) {
  const { points, definition, unknowable } = series;
  if (unknowable === 'not-set-up') return <NotSetUp />;
  const fullest = Math.max(0, ...points.map((point) => point.n));
  const tooFew = points.some((point) => point.state === 'too-few');
  return (
    <InPlace title={tooFew ? 'Too few to show.' : 'No data.'}>
      <p>
        {tooFew
          ? `A week is shown from ${count(definition.minimum[stat], 'pull request')} on; the fullest week here has ${fullest}.`
          : 'No week here has anything to measure, which is not zero.'}
      </p>
      {clear && <Button press={clear}>Clear the filters</Button>}
    </InPlace>
  );
}

function NotSetUp() {
  return (
    <InPlace title="Not set up yet.">
      <p>
        <code>deployed: {'{ from: releases }'}</code>
      </p>
      <p>or deployments, or a workflow. Until then it is not known, which is not zero.</p>
    </InPlace>
  );
}
