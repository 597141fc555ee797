import { useChartWidth, usePlotArea } from 'recharts';
import { count } from '../../server/words/number.ts';
import styles from './series-chart.module.css';

type BeyondMarkProps = { weeks: number; em: number };

/** Says, above the chart's top line, that some bands go on beyond it. */
export function BeyondMark({ weeks, em }: BeyondMarkProps) {
  const plot = usePlotArea();
  const width = useChartWidth();
  if (plot === undefined || width === undefined) return null;
  const narrow = hasOwnLine(width, em);
  const y = plot.y - (narrow ? 23 : 6) * em;
  return (
    <text x={width} y={y} textAnchor="end" className={styles.tick}>
      {narrow ? 'Band cut' : 'Band cut off'} in {count(weeks, 'week')}
    </text>
  );
}

/** Too narrow for it to stand beside the label of the axis. */
export function hasOwnLine(width: number, em: number): boolean {
  return width < 220 * em;
}
