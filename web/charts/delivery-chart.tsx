import { useMemo, useRef } from 'react';
import type { DeliveryMeasure } from '../../server/contract/index.ts';
import styles from './delivery-chart.module.css';
import { NoteNumbers, NoteStrips } from './note-shapes.tsx';
import { type PreparedDelivery, prepareDelivery } from './prepare-delivery.ts';
import type { AxisNote } from './prepare-notes.ts';
import { useSize } from './use-size.ts';

type DeliveryChartProps = { measure: DeliveryMeasure; notes: readonly AxisNote[] };

/** One measure of deployments, filling the box it stands in: points with their intervals, and the window as a line across them. */
export function DeliveryChart({ measure, notes }: DeliveryChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const [width, height] = size === null ? [0, 0] : [size.width / size.em, size.height / size.em];
  const prepared = useMemo(
    () => prepareDelivery(measure, width, height, notes),
    [measure, width, height, notes],
  );
  return (
    <div ref={box} className={styles.box}>
      {size !== null && (
        <svg
          width={size.width}
          height={size.height}
          viewBox={`0 0 ${width} ${height}`}
          fontSize={12}
          role="img"
        >
          <title>{measure.finding}</title>
          <desc>{measure.description}</desc>
          <Axes prepared={prepared} />
          <NoteStrips spans={prepared.notes.spans} plot={plotOf(prepared)} />
          <Marks prepared={prepared} />
          <NoteNumbers labels={prepared.notes.labels} plot={plotOf(prepared)} em={1} fontSize={12} />
        </svg>
      )}
    </div>
  );
}

function Axes({ prepared: { ticks, dates, plot } }: { prepared: PreparedDelivery }) {
  return (
    <>
      {ticks.map(({ y, label }) => (
        <g key={label}>
          <line x1={plot.left} x2={plot.right} y1={y} y2={y} className={styles.grid} />
          <text x={plot.left - 8} y={y} className={styles.tick} textAnchor="end" dominantBaseline="central">
            {label}
          </text>
        </g>
      ))}
      {dates.map(({ x, label }) => (
        <text key={label} x={x} y={plot.bottom + 17} className={styles.tick} textAnchor="middle">
          {label}
        </text>
      ))}
    </>
  );
}

/** As charts of weeks have it: from the corner of the drawing. */
function plotOf({ plot: { left, right, top, bottom } }: PreparedDelivery) {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function Marks({ prepared: { dots, line, parts, since, plot } }: { prepared: PreparedDelivery }) {
  return (
    <>
      {since !== null && (
        <line x1={since} x2={since} y1={plot.top - 12} y2={plot.bottom} className={styles.since} />
      )}
      {line !== '' && <path d={line} className={styles.line} />}
      {dots.map(({ key, x, y, range }) => (
        <g key={key}>
          {range !== null && <line x1={x} x2={x} y1={range[0]} y2={range[1]} className={styles.range} />}
          <circle cx={x} cy={y} r={range === null ? 2.5 : 4} className={styles.dot} />
        </g>
      ))}
      {parts.map(({ part, from, to, y }) => (
        <line key={part} x1={from} x2={to} y1={y} y2={y} className={styles.part} data-part={part} />
      ))}
      {parts.map(({ part, labelX, label, labelY }) => (
        <text key={part} x={labelX} y={labelY} className={styles.label} data-label={part}>
          {label}
        </text>
      ))}
    </>
  );
}
