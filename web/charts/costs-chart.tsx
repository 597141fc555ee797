import { useMemo, useRef } from 'react';
import { Link } from 'wouter';
import type { GuardrailChange, Guardrails } from '../../server/contract/index.ts';
import styles from './costs-chart.module.css';
import { type CostRow, type PreparedCosts, prepareCosts } from './prepare-costs.ts';
import { useSize } from './use-size.ts';

type CostsChartProps = { guardrails: Guardrails; hrefOf: (change: GuardrailChange) => string };

const ROW = 28;
const ARROWS: Partial<Record<GuardrailChange['standing'], string>> = { worse: '▲ ', better: '▼ ' };

/** Every guardrail after against before on one scale of percent: a dot, its range, and the word for it. */
export function CostsChart({ guardrails, hrefOf }: CostsChartProps) {
  const axis = useRef<HTMLDivElement>(null);
  const size = useSize(axis);
  const width = size === null ? 0 : size.width / size.em;
  const prepared = useMemo(() => prepareCosts(guardrails, width), [guardrails, width]);
  return (
    <div className={styles.costs}>
      {prepared.rows.map((row) => (
        <div key={row.change.measure} className={styles.row} data-measure={row.change.measure}>
          <div className={styles.name}>
            <p className={styles.title}>{row.change.name}</p>
            <p className={styles.values}>{row.values}</p>
          </div>
          <div className={styles.track}>
            {size !== null && (
              <Track row={row} prepared={prepared} width={width} em={size.em} href={hrefOf(row.change)} />
            )}
          </div>
          <div className={styles.standing} data-standing={row.change.standing}>
            <p className={styles.word}>
              <span aria-hidden="true">{ARROWS[row.change.standing] ?? ''}</span>
              {row.change.short}
            </p>
            <p className={styles.values}>{row.drawn === null ? '' : row.range}</p>
          </div>
        </div>
      ))}
      <div className={styles.row}>
        <div ref={axis} className={styles.axis} data-part="axis">
          {size !== null && (
            <svg
              width={size.width}
              height={20 * size.em}
              viewBox={`0 0 ${width} 20`}
              fontSize={12}
              aria-hidden="true"
            >
              {shownTicks(prepared, width).map(({ at, label }) => (
                <text key={label} x={at} y={14} className={styles.tick} textAnchor={anchorOf(at, width)}>
                  {label}
                </text>
              ))}
            </svg>
          )}
        </div>
      </div>
    </div>
  );
}

/** Narrow tracks have room for the ends and the middle alone. */
function shownTicks({ ticks, zero }: PreparedCosts, width: number) {
  return width >= 360 ? ticks : ticks.filter(({ at }, place) => at === zero || place === ticks.length - 1);
}

function anchorOf(at: number, width: number): 'start' | 'middle' | 'end' {
  if (at < 30) return 'start';
  return at > width - 30 ? 'end' : 'middle';
}

type TrackProps = { row: CostRow; prepared: PreparedCosts; width: number; em: number; href: string };

function Track({ row: { change, drawn, range }, prepared, width, em, href }: TrackProps) {
  const middle = ROW / 2;
  return (
    <svg width={width * em} height={ROW * em} viewBox={`0 0 ${width} ${ROW}`} fontSize={12}>
      <title>{change.name}</title>
      {prepared.ticks.map(({ at }) => (
        <line key={at} x1={at} x2={at} y1={0} y2={ROW} className={styles.grid} />
      ))}
      <line x1={prepared.zero} x2={prepared.zero} y1={0} y2={ROW} className={styles.zero} />
      <line x1={prepared.limit} x2={prepared.limit} y1={0} y2={ROW} className={styles.limit} />
      {drawn !== null && (
        <Link
          href={href}
          className={styles.mark}
          data-standing={change.standing}
          aria-label={`${change.name}: ${change.short}, ${range}. Opens the list`}
        >
          <rect x={0} y={0} width={width} height={ROW} className={styles.hit} />
          <line x1={drawn.from} x2={drawn.to} y1={middle} y2={middle} className={styles.range} />
          {drawn.cut && <path d={`M${drawn.to - 5} ${middle - 5}l5 5l-5 5`} className={styles.beyond} />}
          <circle cx={drawn.at} cy={middle} r={5} className={styles.dot} />
        </Link>
      )}
    </svg>
  );
}
