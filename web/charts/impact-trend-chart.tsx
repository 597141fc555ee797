import { useMemo, useRef } from 'react';
import type { ImpactTrend } from '../../server/contract/index.ts';
import styles from './impact-chart.module.css';
import { NoteNumbers, NoteStrips } from './note-shapes.tsx';
import { type PreparedTrend, prepareImpactTrend } from './prepare-impact-trend.ts';
import { TrendCursor, TrendReading } from './trend-cursor.tsx';
import type { TrendNote } from './trend-notes.ts';
import { useSize } from './use-size.ts';
import { useSteps } from './use-steps.ts';

type ImpactTrendChartProps = { trend: ImpactTrend; notes: readonly TrendNote[] };

const HEIGHT = 330;

/**
 * Teams that start, over time: what was, what was expected without the start, and teams that had not started. The drawing is one stop
 * for the keyboard, and the arrows go from period to period in it.
 */
export function ImpactTrendChart({ trend, notes }: ImpactTrendChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const width = size === null ? 0 : size.width / size.em;
  const prepared = useMemo(() => prepareImpactTrend(trend, notes, width, HEIGHT), [trend, notes, width]);
  const steps = useSteps(prepared.places.length);
  return (
    <div ref={box} className={styles.trend}>
      {size !== null && (
        <svg width={size.width} height={HEIGHT * size.em} viewBox={`0 0 ${width} ${HEIGHT}`} fontSize={12}>
          <title>{trend.finding}</title>
          <desc>{trend.description}</desc>
          <Axes prepared={prepared} />
          <Lines prepared={prepared} />
          <NoteNumbers
            labels={prepared.notes.labels}
            plot={{ ...prepared.plot, y: 4 }}
            em={1}
            fontSize={12}
          />
          {prepared.labels.map((label) => (
            <text
              key={label.which}
              x={prepared.plot.x + prepared.plot.width + 10}
              className={styles.end}
              data-which={label.which}
            >
              <tspan x={prepared.plot.x + prepared.plot.width + 10} y={label.y - 3}>
                {label.name}
              </tspan>
              <tspan x={prepared.plot.x + prepared.plot.width + 10} y={label.y + 11} fontWeight={600}>
                {label.amount}
              </tspan>
            </text>
          ))}
          <TrendCursor trend={trend} prepared={prepared} steps={steps} em={size.em} />
        </svg>
      )}
      {size !== null && (
        <TrendReading trend={trend} prepared={prepared} steps={steps} em={size.em} width={width} />
      )}
    </div>
  );
}

function Axes({ prepared: { ticks, dates, plot } }: { prepared: PreparedTrend }) {
  return (
    <g data-part="axis">
      {ticks.map(({ y, label }, index) => {
        const isTop = index === ticks.length - 1;
        return (
          <g key={label}>
            <line x1={plot.x} x2={plot.x + plot.width} y1={y} y2={y} className={styles.grid} />
            <text
              x={isTop ? 0 : plot.x - 8}
              y={isTop ? y - 4 : y}
              className={styles.tick}
              textAnchor={isTop ? 'start' : 'end'}
              dominantBaseline={isTop ? 'auto' : 'central'}
            >
              {label}
            </text>
          </g>
        );
      })}
      {dates.map(({ x, label }) => (
        <text key={label} x={x} y={plot.y + plot.height + 17} className={styles.tick} textAnchor="middle">
          {label}
        </text>
      ))}
    </g>
  );
}

function Lines({ prepared }: { prepared: PreparedTrend }) {
  const { plot, start, notes, dots } = prepared;
  return (
    <>
      <path d={prepared.band} className={styles.band} />
      <path d={prepared.youngBand} className={styles.youngBand} />
      <NoteStrips spans={notes.spans} plot={plot} />
      {start !== null && (
        <line x1={start} x2={start} y1={plot.y} y2={plot.y + plot.height} className={styles.start} />
      )}
      <path d={prepared.expectedBand} className={styles.expectedBand} />
      <path d={prepared.others} className={styles.others} />
      <path d={prepared.expected} className={styles.expected} />
      <path d={prepared.youngLine} className={styles.youngLine} />
      <path d={prepared.line} className={styles.line} />
      {dots.map(({ x, y, young }) => (
        <circle key={x} cx={x} cy={y} r={2.5} className={young ? styles.openDot : styles.dot} />
      ))}
    </>
  );
}
