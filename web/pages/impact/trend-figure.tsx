import { useMemo } from 'react';
import type { ImpactAnswer, ImpactTrend, NumberedNote } from '../../../server/contract/index.ts';
import { trendNotes } from '../../charts/trend-notes.ts';
import { trendTable } from '../../charts/trend-table.ts';
import { InPlace } from '../../ui/in-place.tsx';
import { ImpactFigure, type Shown } from './impact-figure.tsx';
import { LazyTrend } from './lazy-charts.tsx';

type TrendFigureProps = {
  trend: ImpactTrend;
  notes: readonly NumberedNote[];
  told: ImpactAnswer;
  shown: Shown;
  waiting: boolean;
};

/** The primary measure over time; starts and notes bear numbers, and their words stand below. */
export function TrendFigure({ trend, notes, ...shared }: TrendFigureProps) {
  const marks = useMemo(() => trendNotes(trend, notes), [trend, notes]);
  const isDrawable = trend.points.some(({ value }) => value !== null);
  return (
    <ImpactFigure
      name="impact-trend"
      label="Before and since, over time"
      words={trend}
      table={trendTable(trend)}
      notes={marks}
      height={isDrawable ? '20.625rem' : '0'}
      {...shared}
    >
      {isDrawable ? (
        <LazyTrend trend={trend} notes={marks} />
      ) : (
        <InPlace title="Too few to draw.">
          <p>Four weeks are shown from five finished items on.</p>
        </InPlace>
      )}
    </ImpactFigure>
  );
}
