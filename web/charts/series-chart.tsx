import { useMemo, useRef } from 'react';
import type { Series } from '../../server/contract/index.ts';
import { drawn } from './drawn.ts';
import type { AxisNote } from './prepare-notes.ts';
import { prepareSeries } from './prepare-series.ts';
import type { Stat } from './reading.ts';
import { SeriesDrawing } from './series-drawing.tsx';
import { useSize } from './use-size.ts';

type SeriesChartProps = {
  series: Series;
  stat: Stat;
  notes?: readonly AxisNote[];
  /** Opens what is behind a week. */
  open: (week: string) => void;
};

const none: readonly AxisNote[] = [];

/** One measure by week, filling the box it stands in. */
export function SeriesChart({ series, stat, open, notes = none }: SeriesChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const width = size === null ? 0 : size.width / size.em;
  const prepared = useMemo(() => prepareSeries(series, stat, width), [series, stat, width]);
  return (
    <div ref={box} className={drawn('box')}>
      {size !== null && (
        <SeriesDrawing
          prepared={prepared}
          notes={notes}
          open={open}
          size={size}
          title={series.finding}
          desc={series.description}
        />
      )}
    </div>
  );
}
