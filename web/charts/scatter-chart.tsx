import { useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { ResolvedView, Scatter } from '../../server/contract/index.ts';
import type { AxisNote } from './prepare-notes.ts';
import { dotReading, nearestDot, prepareScatter } from './prepare-scatter.ts';
import { ReadingBox } from './reading-box.tsx';
import styles from './scatter-chart.module.css';
import { ScatterPlot } from './scatter-plot.tsx';
import { useSize } from './use-size.ts';

export type ScatterChartProps = {
  scatter: Scatter;
  asked: ResolvedView;
  nameOf: (repository: string) => string;
  itemOf: (id: string) => string;
  notes: readonly AxisNote[];
};

/** Units around a dot within which it is meant. */
const near = 24;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -25, PageDown: 25 };

/**
 * A dot for each pull request. They are one stop for the keyboard: arrows go from one to the next in time, Enter opens it, as a press on
 * it does.
 */
export function ScatterChart({ scatter, asked, nameOf, itemOf, notes }: ScatterChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const [mark, setMark] = useState<number | null>(null);
  const [seen, setSeen] = useState(false);
  const em = size?.em ?? 1;
  const prepared = useMemo(
    () => (size === null ? null : prepareScatter(scatter, asked.since, size.width / em, size.height / em)),
    [scatter, asked.since, size, em],
  );
  const { marks } = scatter;
  const at = Math.min(mark ?? 0, marks.day.length - 1);
  const dot = prepared?.dots[at];
  const reading = dotReading(scatter, at, asked.by, nameOf);
  const go = (to: number) => {
    setMark(Math.max(0, Math.min(to, marks.day.length - 1)));
    setSeen(true);
  };
  return (
    <div ref={box} className={styles.box}>
      {size !== null && prepared !== null && dot !== undefined && (
        <>
          <svg
            width={size.width}
            height={size.height}
            viewBox={`0 0 ${size.width / em} ${size.height / em}`}
            fontSize={12}
            onPointerMove={(event) => {
              const { left, top } = event.currentTarget.getBoundingClientRect();
              const found = nearestDot(
                prepared.dots,
                (event.clientX - left) / em,
                (event.clientY - top) / em,
                near,
              );
              if (found !== null) setMark(found);
              setSeen(found !== null);
            }}
            onPointerLeave={() => setSeen(false)}
          >
            <title>{scatter.finding}</title>
            <desc>{scatter.description}</desc>
            <ScatterPlot prepared={prepared} notes={notes} />
            <Link
              href={itemOf(dot.id)}
              className={styles.active}
              data-seen={seen}
              aria-label={`${reading.rest.join(' ')}, ${reading.week}, ${reading.value}. Arrows go to the next; Enter opens it`}
              onFocus={() => setSeen(true)}
              onBlur={() => setSeen(false)}
              onKeyDown={(event) => {
                const step = steps[event.key];
                if (event.key === 'Home') go(0);
                else if (event.key === 'End') go(marks.day.length - 1);
                else if (step !== undefined) go(at + step);
                else if (event.key === 'Escape') setSeen(false);
                else return;
                event.preventDefault();
              }}
            >
              <circle cx={dot.x} cy={dot.y} r={near / 2} className={styles.hit} />
              <circle cx={dot.x} cy={dot.y} r={6} className={styles.ring} />
            </Link>
          </svg>
          {seen && (
            <div
              className={styles.floating}
              data-side={dot.x > size.width / em / 2 ? 'left' : 'right'}
              style={{ insetInlineStart: dot.x * em, insetBlockStart: dot.y * em }}
            >
              <ReadingBox reading={reading} />
            </div>
          )}
        </>
      )}
    </div>
  );
}
