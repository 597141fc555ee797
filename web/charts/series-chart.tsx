import { useMemo, useRef } from 'react';
import type { Series } from '../../server/contract/index.ts';
import { drawn } from './drawn.ts';
import { prepareSeries } from './prepare-series.ts';
import type { Stat } from './reading.ts';
import { SeriesDrawing } from './series-drawing.tsx';
import { useSize } from './use-size.ts';

type SeriesChartProps = { series: Series; stat: Stat };

/** One measure by week, filling the box it stands in. */
export function SeriesChart({ series, stat }: SeriesChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const width = size === null ? 0 : size.width / size.em;
  const prepared = useMemo(() => prepareSeries(series, stat, width), [series, stat, width]);
  return (
    <div ref={box} className={drawn('box')}>
      {size !== null && (
        <SeriesDrawing prepared={prepared} size={size} title={series.finding} desc={series.description} />
      )}
    </div>
  );
}
