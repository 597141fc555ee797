import { useMemo, useRef } from 'react';
import type { AdoptionFigure } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDayAndMonth } from '../../server/words/date.ts';
import styles from './adoption-chart.module.css';
import { PLOT, prepareLines } from './prepare-adoption.ts';
import { useSize } from './use-size.ts';

/** A panel needs this many units of width. */
const PANEL = 250;
const GAP = 32;

/** Shares by week as small panels on one scale, each with its start and what it has come to in words. */
export function AdoptionLines({ figure }: { figure: AdoptionFigure }) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const em = size?.em ?? 1;
  const whole = size === null ? 0 : size.width / em;
  const columns = Math.max(1, Math.min(figure.lines.length, Math.floor((whole + GAP) / (PANEL + GAP)), 4));
  const width = Math.max(0, (whole - GAP * (columns - 1)) / columns);
  const { lines, top } = useMemo(
    () => prepareLines(figure.lines, figure.weeks.length, width),
    [figure, width],
  );
  const [first = '', last = ''] = [figure.weeks[0], figure.weeks.at(-1)];
  return (
    <div ref={box} className={styles.box}>
      {size !== null && (
        <>
          {figure.bases.length > 1 && (
            <p className={styles.bases}>
              {figure.bases.map((basis, place) => (
                <span key={basis} data-basis={place === 0 ? 'first' : 'other'}>
                  {basis}
                </span>
              ))}
            </p>
          )}
          <ul
            className={styles.panels}
            style={{ columnGap: GAP * em, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
          >
            {lines.map((line) => (
              <li key={line.name} className={styles.panel}>
                <p className={styles.panelName}>{line.name}</p>
                <svg
                  width={width * em}
                  height={PLOT.height * em}
                  viewBox={`0 0 ${width} ${PLOT.height}`}
                  fontSize={12}
                >
                  <title>{`${line.name}: ${line.said}`}</title>
                  <line x1={0} x2={width} y1={PLOT.top} y2={PLOT.top} className={styles.grid} />
                  <line x1={0} x2={width} y1={PLOT.bottom} y2={PLOT.bottom} className={styles.zero} />
                  <text x={width} y={PLOT.top - 5} className={styles.tick} textAnchor="end">
                    {amount(top, 'share')}
                  </text>
                  {line.start !== null && (
                    <line
                      x1={line.start}
                      x2={line.start}
                      y1={PLOT.top}
                      y2={PLOT.bottom}
                      className={styles.start}
                    />
                  )}
                  {line.besidePath !== null && <path d={line.besidePath} className={styles.other} />}
                  <path d={line.path} className={styles.line} />
                  {line.dots.map(({ x, y }) => (
                    <circle key={x} cx={x} cy={y} r={2.5} className={styles.dot} />
                  ))}
                  <text x={0} y={PLOT.height - 4} className={styles.tick}>
                    {first === '' ? '' : calendarDayAndMonth(first)}
                  </text>
                  <text x={width} y={PLOT.height - 4} className={styles.tick} textAnchor="end">
                    {last === '' ? '' : calendarDayAndMonth(last)}
                  </text>
                </svg>
                <p className={styles.said}>{line.said}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
