import { useMemo, useRef } from 'react';
import type { Guardrail } from '../../server/contract/index.ts';
import styles from './guardrail-chart.module.css';
import { prepareGuardrail } from './prepare-guardrail.ts';
import { useSize } from './use-size.ts';

/** One guardrail as it goes, with the level before the start and the limit that is half as much again. */
export function GuardrailChart({ guardrail }: { guardrail: Guardrail }) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const em = size?.em ?? 1;
  const [width, height] = [(size?.width ?? 0) / em, (size?.height ?? 0) / em];
  const prepared = useMemo(() => prepareGuardrail(guardrail, width, height), [guardrail, width, height]);
  const { scale, path, dots, start, target, limit, right, names, labels, yOf } = prepared;
  const top = scale.ticks.at(-1);
  return (
    <div ref={box} className={styles.box}>
      {size !== null && (
        <svg width={size.width} height={size.height} viewBox={`0 0 ${width} ${height}`} fontSize={12}>
          <title>{guardrail.finding}</title>
          <desc>{guardrail.description}</desc>
          {top !== undefined && (
            <g data-part="axis">
              <line x1={0} x2={right} y1={yOf(top.at)} y2={yOf(top.at)} className={styles.grid} />
              <text x={0} y={yOf(top.at) - 5} className={styles.tick}>
                {top.label}
              </text>
            </g>
          )}
          <line x1={0} x2={right} y1={yOf(0)} y2={yOf(0)} className={styles.grid} />
          {start !== null && (
            <line x1={start} x2={start} y1={yOf(scale.top)} y2={yOf(0)} className={styles.start} />
          )}
          {target !== null && <line x1={0} x2={right} y1={target} y2={target} className={styles.target} />}
          {limit !== null && <line x1={0} x2={right} y1={limit} y2={limit} className={styles.limit} />}
          <path d={path} className={styles.line} />
          {dots
            .filter(({ alone }) => alone || dots.length <= 30)
            .map(({ at, x, y }) => (
              <circle key={at} cx={x} cy={y} r={3} className={styles.dot} />
            ))}
          {names.map(({ text, y }) => (
            <text key={text} x={right + 4} y={y + 4} className={styles.label} data-limit={text === 'limit'}>
              {text}
            </text>
          ))}
          {labels.map(({ x, anchor, text }) => (
            <text key={anchor} x={x} y={height - 5} className={styles.tick} textAnchor={anchor}>
              {text}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}
