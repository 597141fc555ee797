import { lazy, Suspense } from 'react';
import type { ImpactAnswer } from '../../../server/contract/index.ts';
import { useDrawnNotes } from '../../api/notes.ts';
import { FigureSkeleton } from '../../ui/figure-skeleton.tsx';
import { Guard } from '../../ui/guard.tsx';
import { InTurn } from '../../ui/in-turn.tsx';
import type { Shown } from './impact-figure.tsx';
import { LostChart } from './lost-chart.tsx';
import { TrendFigure } from './trend-figure.tsx';

/** Comes when the first figure has its numbers. */
const EffectFigures = lazy(async () => ({ default: (await import('./effect-figures.tsx')).EffectFigures }));

type ImpactFiguresProps = { told: ImpactAnswer; shown: Shown; waiting: boolean };

/** Everything that the answer rests on, from what one sees to how it was found. */
export function ImpactFigures(props: ImpactFiguresProps) {
  const { told, shown } = props;
  const { trend } = told.data;
  const { repo, team } = shown.view;
  const notes = useDrawnNotes({ ...(repo && { repo }), ...(team && { team }), window: 'all' });
  return (
    <>
      {trend !== null && <TrendFigure trend={trend} notes={notes} {...props} />}
      <Guard fallback={<LostChart />}>
        <InTurn>
          <Suspense fallback={<FigureSkeleton size="whole" />}>
            <EffectFigures {...props} />
          </Suspense>
        </InTurn>
      </Guard>
    </>
  );
}
