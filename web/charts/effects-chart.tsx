import { useMemo, useRef } from 'react';
import type { ImpactEffects } from '../../server/contract/index.ts';
import { whole } from '../../server/words/whole.ts';
import { beforeAndAfter } from './impact-amount.ts';
import styles from './impact-chart.module.css';
import { type DrawnEffect, type PreparedEffects, prepareEffects } from './prepare-effects.ts';
import { useSize } from './use-size.ts';

const HEIGHT = 32;

/** What changed: one row a measure, a dot with its interval around zero, and at the end in words whether that is better. */
export function EffectsChart({ effects }: { effects: ImpactEffects }) {
  const axis = useRef<HTMLDivElement>(null);
  const size = useSize(axis);
  const width = size === null ? 0 : size.width / size.em;
  const prepared = useMemo(() => prepareEffects(effects, width), [effects, width]);
  const svg = (height: number) =>
    size === null
      ? null
      : { width: size.width, height: height * size.em, viewBox: `0 0 ${width} ${height}`, fontSize: 12 };
  const drawing = svg(HEIGHT);
  const scale = svg(20);
  return (
    <div className={styles.effects}>
      {prepared.effects.map((effect) => (
        <div
          key={effect.row.key}
          className={styles.effect}
          data-effect={effect.row.key}
          data-standing={effect.row.standing}
          data-primary={effect.row.primary}
        >
          <div>
            <p className={styles.title}>{effect.row.name}</p>
            <p className={styles.quiet}>{beforeAndAfter(effect.row)}</p>
          </div>
          <div className={styles.track}>
            {drawing !== null && (
              <svg {...drawing}>
                <title>{effect.row.sentence}</title>
                <Track effect={effect} prepared={prepared} />
              </svg>
            )}
          </div>
          <div>
            <p className={styles.word}>{effect.row.word}</p>
            <p className={styles.quiet}>{whole(effect.said)}</p>
          </div>
        </div>
      ))}
      <div className={styles.foot}>
        <div ref={axis} className={styles.axis} data-part="axis">
          {scale !== null && (
            <svg {...scale} aria-hidden="true">
              {prepared.ticks.map(({ x, label }) => (
                <text key={label} x={x} y={14} className={styles.tick} textAnchor="middle">
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

function Track({ effect: { mark }, prepared }: { effect: DrawnEffect; prepared: PreparedEffects }) {
  const middle = HEIGHT / 2;
  return (
    <>
      {prepared.ticks.map(({ x, label, isZero }) => (
        <line key={label} x1={x} x2={x} y1={0} y2={HEIGHT} className={isZero ? styles.zero : styles.grid} />
      ))}
      {mark !== null && (
        <>
          <line x1={mark.from} x2={mark.to} y1={middle} y2={middle} className={styles.range} />
          {mark.cutHigh && <path d={`M${mark.to + 4} ${middle - 5}l6 5l-6 5`} className={styles.beyond} />}
          <circle cx={mark.at} cy={middle} r={5.5} className={styles.mark} />
        </>
      )}
    </>
  );
}
