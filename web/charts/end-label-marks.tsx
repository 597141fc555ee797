import { usePlotArea, useXAxisScale } from 'recharts';
import { type EndLabel, placeLabels } from './end-labels.ts';
import styles from './series-chart.module.css';

type EndLabelMarksProps = {
  labels: readonly EndLabel[];
  /** The week beside which they stand: the line's last. */
  week: string | null;
  top: number;
  em: number;
};

/** Direct labels right of a line's end: two lines each, kept apart. */
export function EndLabelMarks({ labels, week, top, em }: EndLabelMarksProps) {
  const plot = usePlotArea();
  const end = useXAxisScale()?.(week);
  if (plot === undefined || end === undefined) return null;
  const x = end + 12 * em;
  return (
    <g>
      {placeLabels(labels, top, plot.height, 33 * em).map((label) => (
        <text
          key={label.name}
          x={x}
          y={plot.y + label.y}
          className={label.strong ? styles.endStrong : styles.end}
        >
          <tspan x={x} dy="-0.3em" className={styles.endName}>
            {label.name}
          </tspan>
          <tspan x={x} dy="1.2em">
            {label.amount}
          </tspan>
        </text>
      ))}
    </g>
  );
}
