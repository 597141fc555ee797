import type { PointerEvent } from 'react';
import type { ImpactTrend } from '../../server/contract/index.ts';
import type { PreparedTrend } from './prepare-impact-trend.ts';
import { ReadingBox } from './reading-box.tsx';
import styles from './trend-cursor.module.css';
import { trendReading } from './trend-reading.ts';
import type { Steps } from './use-steps.ts';

type CursorProps = { trend: ImpactTrend; prepared: PreparedTrend; steps: Steps; em: number };

/** From the line to what is said of it. */
const GAP = 14;

/** The ground of the drawing: whoever points at it, or goes through it with the arrow keys, is told of the four weeks there. */
export function TrendCursor({ trend, prepared: { places, plot }, steps, em }: CursorProps) {
  const place = places[steps.at];
  const point = (event: PointerEvent) => {
    const x = plot.x + (event.clientX - event.currentTarget.getBoundingClientRect().left) / em;
    steps.go(nearest(places, x));
  };
  const { week, value, rest } = trendReading(trend, steps.at);
  return (
    <g data-part="cursor">
      {steps.seen && place !== undefined && (
        <>
          <line x1={place.x} x2={place.x} y1={plot.y} y2={plot.y + plot.height} className={styles.line} />
          {place.y !== null && <circle cx={place.x} cy={place.y} r={5} className={styles.mark} />}
        </>
      )}
      <rect
        {...plot}
        className={styles.ground}
        role="slider"
        tabIndex={0}
        aria-label="Four weeks; arrows go to the next"
        aria-valuemin={1}
        aria-valuemax={places.length}
        aria-valuenow={steps.at + 1}
        aria-valuetext={[week, value, ...rest].join('. ')}
        onPointerDown={point}
        onPointerMove={point}
        onPointerLeave={steps.leave}
        onFocus={steps.focus}
        onBlur={steps.leave}
        onKeyDown={steps.key}
      />
    </g>
  );
}

/** What is said of the place that is meant, on the side on which there is more room. */
export function TrendReading({
  trend,
  prepared: { places, plot },
  steps,
  em,
  width,
}: CursorProps & { width: number }) {
  const place = places[steps.at];
  if (!steps.seen || place === undefined) return null;
  return (
    <div
      className={styles.floating}
      style={{
        insetBlockStart: (plot.y + plot.height / 2) * em,
        ...(place.x > width / 2
          ? { insetInlineEnd: (width - place.x + GAP) * em, maxInlineSize: (place.x - GAP) * em }
          : { insetInlineStart: (place.x + GAP) * em, maxInlineSize: (width - place.x - GAP) * em }),
      }}
    >
      <ReadingBox reading={trendReading(trend, steps.at)} />
    </div>
  );
}

function nearest(places: PreparedTrend['places'], x: number): number {
  let found = 0;
  places.forEach((place, index) => {
    if (Math.abs(place.x - x) < Math.abs((places[found]?.x ?? 0) - x)) found = index;
  });
  return found;
}
