import { memo } from 'react';
import { NoteNumbers, NoteStrips } from './note-shapes.tsx';
import { type AxisNote, drawnNotes } from './prepare-notes.ts';
import type { PreparedScatter } from './prepare-scatter.ts';
import styles from './scatter-chart.module.css';

type ScatterPlotProps = { prepared: PreparedScatter; notes: readonly AxisNote[] };

/** What does not change when another dot is pointed at. */
export const ScatterPlot = memo(({ prepared, notes }: ScatterPlotProps) => {
  const { left, right, top, bottom, dots, yTicks, xTicks, lines, since } = prepared;
  const plot = { x: left, y: top, width: right - left, height: bottom - top };
  const { spans, labels } = drawnNotes(notes, (week) => prepared.weekAt(week) - left, plot.width);
  return (
    <g>
      {yTicks.map(({ at, label }) => (
        <g key={label} data-part="axis">
          <line x1={left} x2={right} y1={at} y2={at} className={styles.grid} />
          <text x={left - 8} y={at} className={styles.tick} textAnchor="end" dominantBaseline="central">
            {label}
          </text>
        </g>
      ))}
      {xTicks.map(({ at, label }) => (
        <text key={label} x={at} y={bottom + 19} className={styles.tick} textAnchor="middle">
          {label}
        </text>
      ))}
      {since !== null && (
        <g>
          <line x1={since.x} x2={since.x} y1={top - 8} y2={bottom} className={styles.since} />
          <text x={since.x + 5} y={top} className={styles.tick}>
            {since.label}
          </text>
        </g>
      )}
      <NoteStrips spans={spans} plot={plot} />
      <g className={styles.dots}>
        {dots.map(({ id, x, y }) => (
          <circle key={id} cx={x} cy={y} r={2.75} />
        ))}
      </g>
      {lines.map(({ y, label, labelY }) => (
        <g key={label.join(' ')}>
          <line x1={left} x2={right} y1={y} y2={y} className={styles.percentile} />
          {label.length === 1 ? (
            <text x={right - 2} y={labelY} className={styles.inside} textAnchor="end">
              {label[0]}
            </text>
          ) : (
            <text x={right + 8} y={labelY} className={styles.beside}>
              <tspan x={right + 8} dy="-0.25em">
                {label[0]}
              </tspan>
              <tspan x={right + 8} dy="1.2em" className={styles.strong}>
                {label[1]}
              </tspan>
            </text>
          )}
        </g>
      ))}
      <NoteNumbers labels={labels} plot={plot} em={1} />
    </g>
  );
});
