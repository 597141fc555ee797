import { useMemo, useRef } from 'react';
import type { EventStudy } from '../../server/contract/index.ts';
import styles from './impact-chart.module.css';
import { prepareEventStudy } from './prepare-event-study.ts';
import { useSize } from './use-size.ts';

const HEIGHT = 260;

/** Effects by the weeks since each team's own start; before it nothing may differ from zero. */
export function EventStudyChart({ study }: { study: EventStudy }) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const width = size === null ? 0 : size.width / size.em;
  const { plot, ticks, weeks, marks, start, startLabel } = useMemo(
    () => prepareEventStudy(study, width, HEIGHT),
    [study, width],
  );
  return (
    <>
      <div ref={box} className={styles.study}>
        {size !== null && (
          <svg
            width={size.width}
            height={HEIGHT * size.em}
            viewBox={`0 0 ${width} ${HEIGHT}`}
            fontSize={12}
            role="img"
          >
            <title>{study.finding}</title>
            <desc>{study.description}</desc>
            <g data-part="axis">
              {ticks.map(({ y, label, isZero }) => (
                <g key={label}>
                  <line
                    x1={plot.left}
                    x2={plot.right}
                    y1={y}
                    y2={y}
                    className={isZero ? styles.zero : styles.grid}
                  />
                  <text
                    x={plot.left - 8}
                    y={y}
                    className={styles.tick}
                    textAnchor="end"
                    dominantBaseline="central"
                  >
                    {label}
                  </text>
                </g>
              ))}
              {weeks.map(({ x, label }) => (
                <text key={label} x={x} y={plot.bottom + 18} className={styles.tick} textAnchor="middle">
                  {label}
                </text>
              ))}
            </g>
            <line x1={start} x2={start} y1={plot.top - 6} y2={plot.bottom} className={styles.start} />
            <text x={start - 8} y={12} className={styles.tick} textAnchor="end">
              before
            </text>
            <text x={start + 8} y={12} className={styles.tick}>
              {startLabel}
            </text>
            {marks.map(({ key, side, x, y, from, to }) => (
              <g key={key} className={side === 'after' ? styles.after : undefined} data-side={side}>
                <line x1={x} x2={x} y1={from} y2={to} className={styles.range} />
                <circle cx={x} cy={y} r={4.5} className={styles.mark} />
              </g>
            ))}
          </svg>
        )}
      </div>
      {study.lead !== '' && <p className={styles.under}>{study.lead}</p>}
    </>
  );
}
