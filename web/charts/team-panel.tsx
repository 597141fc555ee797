import { useState } from 'react';
import { Link } from 'wouter';
import styles from './multiples-chart.module.css';
import { NoteNumbers, NoteStrips } from './note-shapes.tsx';
import type { PreparedMultiples, PreparedPanel } from './prepare-multiples.ts';
import { type AxisNote, drawnNotes } from './prepare-notes.ts';
import { ReadingBox } from './reading-box.tsx';
import type { Size } from './use-size.ts';

type TeamPanelProps = {
  panel: PreparedPanel;
  prepared: PreparedMultiples;
  size: Size;
  itemsOf: (team: string, period: { from: string; to: string }) => string;
  notes: readonly AxisNote[];
  /** Mondays of the weeks in which the team starts. */
  starts: readonly string[];
};

/** One team's line. Its points are one stop for the keyboard: arrows go from one to the next, Enter opens what is behind it. */
export function TeamPanel({ panel, prepared, size, itemsOf, notes, starts }: TeamPanelProps) {
  const { team, points, path } = panel;
  const [at, setAt] = useState(points.length - 1);
  const [seen, setSeen] = useState(false);
  const { em } = size;
  const width = size.width / em;
  const height = size.height / em;
  const point = points[Math.min(at, points.length - 1)];
  const { scale, since, yOf, left, right } = prepared;
  const plot = { x: left, y: yOf(scale.top), width: right - left, height: yOf(0) - yOf(scale.top) };
  const weekAt = (week: string) => {
    const x = prepared.weekAt(week);
    return x === undefined ? undefined : x - left;
  };
  const { spans, labels } = drawnNotes(notes, weekAt, plot.width);
  const top = scale.ticks.at(-1);
  const ends = top === undefined ? [] : [top, { at: 0, label: '' }];
  const nearest = (x: number) =>
    Math.round(((x - left) / Math.max(1, right - left)) * Math.max(1, points.length - 1));
  const go = (to: number) => {
    setAt(Math.max(0, Math.min(to, points.length - 1)));
    setSeen(true);
  };
  const shape = point !== undefined && (
    <>
      <rect x={point.x - 12} y={0} width={24} height={height} className={styles.hit} />
      {point.y !== null && <circle cx={point.x} cy={point.y} r={4.5} className={styles.ring} />}
    </>
  );
  return (
    <>
      <svg
        width={size.width}
        height={size.height}
        viewBox={`0 0 ${width} ${height}`}
        fontSize={12}
        onPointerMove={(event) =>
          go(nearest((event.clientX - event.currentTarget.getBoundingClientRect().left) / em))
        }
        onPointerLeave={() => setSeen(false)}
      >
        <title>{`${panel.name}: ${panel.summary}`}</title>
        {ends.map((tick) => (
          <g key={tick.at} data-part="axis">
            <line x1={0} x2={width} y1={yOf(tick.at)} y2={yOf(tick.at)} className={styles.grid} />
            <text x={width} y={yOf(tick.at) - 5} className={styles.tick} textAnchor="end">
              {tick.label}
            </text>
          </g>
        ))}
        {since !== null && (
          <line x1={since} x2={since} y1={yOf(scale.top)} y2={yOf(0)} className={styles.since} />
        )}
        <NoteStrips spans={spans} plot={plot} />
        {starts.map((week) => {
          const x = prepared.weekAt(week);
          return (
            x !== undefined && (
              <line key={week} x1={x} x2={x} y1={yOf(scale.top)} y2={yOf(0)} className={styles.start} />
            )
          );
        })}
        <path d={path} className={styles.line} />
        <NoteNumbers labels={labels} plot={plot} em={1} />
        <text x={0} y={height - 5} className={styles.tick}>
          {prepared.ends[0]}
        </text>
        <text x={width} y={height - 5} className={styles.tick} textAnchor="end">
          {prepared.ends[1]}
        </text>
        {points.map(({ from, x, y, beyond }) =>
          beyond && y !== null ? (
            <path key={from} d={`M${x - 4} ${y + 8}l4 -6l4 6z`} className={styles.dot} />
          ) : null,
        )}
        {points.map(({ from, x, y, alone }) =>
          alone && y !== null ? <circle key={from} cx={x} cy={y} r={2.5} className={styles.dot} /> : null,
        )}
        {team === null || point === undefined ? (
          <g data-seen={seen} className={styles.active}>
            {shape}
          </g>
        ) : (
          <Link
            href={itemsOf(team, point)}
            className={styles.active}
            data-seen={seen}
            aria-label={`${panel.name}, ${point.reading.week}: ${point.reading.value}, ${point.reading.rest.join(' ')}. Arrows go to the next; Enter opens them`}
            onFocus={() => setSeen(true)}
            onBlur={() => setSeen(false)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowLeft') go(at - 1);
              else if (event.key === 'ArrowRight') go(at + 1);
              else if (event.key === 'Escape') setSeen(false);
              else return;
              event.preventDefault();
            }}
          >
            {shape}
          </Link>
        )}
      </svg>
      {seen && point !== undefined && (
        <div
          className={styles.floating}
          data-side={point.x > width / 2 ? 'left' : 'right'}
          style={{ insetInlineStart: point.x * em }}
        >
          <ReadingBox reading={point.reading} />
        </div>
      )}
    </>
  );
}
