import { useMemo, useRef } from 'react';
import type { AdoptionFigure } from '../../server/contract/index.ts';
import styles from './adoption-chart.module.css';
import { AdoptionLines } from './adoption-lines.tsx';
import { type DrawnPanel, type DrawnRow, LINE, prepareBars, ROW } from './prepare-adoption.ts';
import { useSize } from './use-size.ts';

/** A figure of adoption: lengths, differences, or lines by week. */
export function AdoptionChart({ figure }: { figure: AdoptionFigure }) {
  return figure.lines.length > 0 ? <AdoptionLines figure={figure} /> : <Bars figure={figure} />;
}

function Bars({ figure }: { figure: AdoptionFigure }) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const width = size === null ? 0 : size.width / size.em;
  const { panels, height } = useMemo(() => prepareBars(figure.bars, width), [figure, width]);
  return (
    <div ref={box} className={styles.box}>
      {size !== null && (
        <svg width={size.width} height={height * size.em} viewBox={`0 0 ${width} ${height}`} fontSize={12}>
          <title>{figure.finding}</title>
          <desc>{figure.description}</desc>
          {panels.map((panel) => (
            <Panel key={panel.title} panel={panel} />
          ))}
        </svg>
      )}
    </div>
  );
}

function Panel({ panel: { titleLines, kind, x, y, zero, nameX, rows } }: { panel: DrawnPanel }) {
  return (
    <g>
      <text x={x} y={y + 14} fontSize={13} className={styles.title}>
        <Lines lines={titleLines} x={x} />
      </text>
      {rows.map((row) => (
        <Row key={row.key} row={row} kind={kind} zero={zero} nameX={nameX} />
      ))}
    </g>
  );
}

type RowProps = { row: DrawnRow; kind: DrawnPanel['kind']; zero: number; nameX: number };

function Row({ row, kind, zero, nameX }: RowProps) {
  const { nameLines, labelLines, isBeside, nameY, y, at, range, labelX, labelY } = row;
  const middle = y + ROW / 2;
  const tone = isBeside ? styles.beside : styles.subject;
  return (
    <g className={tone}>
      <text x={nameX} y={nameY + ROW / 2} className={styles.row} dominantBaseline="central">
        <Lines lines={nameLines} x={nameX} />
      </text>
      <line x1={zero} x2={zero} y1={y} y2={y + ROW - (labelY > middle ? 8 : 0)} className={styles.zero} />
      {at !== null && kind === 'lengths' && (
        <rect x={zero} y={y + 6} width={Math.max(1, at - zero)} height={ROW - 12} className={styles.length} />
      )}
      {range !== null && (
        <line x1={range.from} x2={range.to} y1={middle} y2={middle} className={styles[`${kind}Range`]} />
      )}
      {at !== null && kind === 'differences' && (
        <circle cx={at} cy={middle} r={4} className={styles.length} />
      )}
      <text x={labelX} y={labelY} className={styles.label} dominantBaseline="central">
        <Lines lines={labelLines} x={labelX} />
      </text>
    </g>
  );
}

function Lines({ lines, x }: { lines: readonly string[]; x: number }) {
  return lines.map((line, place) => (
    <tspan key={line} x={x} dy={place === 0 ? 0 : LINE}>
      {line}
    </tspan>
  ));
}
