import type { ResolvedView, Series } from '../../../server/contract/index.ts';
import { count } from '../../../server/words/number.ts';
import { noun } from '../../charts/reading.ts';
import { Button } from '../../ui/button.tsx';
import { InPlace } from '../../ui/in-place.tsx';

type NoValueProps = { series: Series; stat: ResolvedView['stat']; clear: (() => void) | null };

/** No week has a value: nothing can be known, too few in each, or nothing to measure. Says which, and what would help. */
export function NoValue({ series, stat, clear }: NoValueProps) {
  const { points, definition, unknowable } = series;
  if (unknowable === 'not-set-up') return <NotSetUp />;
  if (unknowable !== null && unknowable in NOT_KNOWN) {
    return (
      <InPlace title={NOT_KNOWN[unknowable] ?? ''}>
        {clear && <Button press={clear}>Clear the filters</Button>}
      </InPlace>
    );
  }
  const fullest = Math.max(0, ...points.map((point) => point.n));
  const tooFew = points.some((point) => point.state === 'too-few');
  return (
    <InPlace title={tooFew ? 'Too few to show.' : 'No data.'}>
      <p>
        {tooFew
          ? `A week is shown from ${count(definition.minimum[stat], noun(definition))} on; the fullest week here has ${fullest}.`
          : 'No week here has anything to measure, which is not zero.'}
      </p>
      {clear && <Button press={clear}>Clear the filters</Button>}
    </InPlace>
  );
}

/** What stands in place of a drawing; the figure’s title and the line below it say why and what helps. */
const NOT_KNOWN: Partial<Record<string, string>> = {
  'no-tracker': 'No issue tracker is connected.',
  'not-by-repository': 'Not told apart by repository.',
  'group-too-small': 'Too few people.',
};

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
