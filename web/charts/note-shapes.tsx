import styles from './note-marks.module.css';
import type { NoteLabel, NoteSpan } from './prepare-notes.ts';

/** The box in which a chart draws, from the corner of its drawing. */
export type Plot = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Half of a label's height in pixels. */
const half = 8;

/** A thin line for a note of one week, a strip for one of several. */
export function NoteStrips({ spans, plot }: { spans: readonly NoteSpan[]; plot: Plot }) {
  const line = (x: number) => `M${plot.x + x} ${plot.y}V${plot.y + plot.height}`;
  return (
    <g className={styles.notes}>
      {spans.map(({ number, from, to }) => {
        const edges = to > from ? line(from) + line(to) : line(from);
        return (
          <g key={number}>
            {to > from && (
              <rect
                x={plot.x + from}
                y={plot.y}
                width={to - from}
                height={plot.height}
                className={styles.strip}
              />
            )}
            <path d={edges} className={styles.rim} />
            <path d={edges} className={styles.edge} />
          </g>
        );
      })}
    </g>
  );
}

type NoteNumbersProps = {
  labels: readonly NoteLabel[];
  plot: Plot;
  em: number;
  /** In units of a drawing that grows with the reader's text as a whole; left out: as small text is. */
  fontSize?: number;
};

/** Their numbers, at the top of the plot. */
export function NoteNumbers({ labels, plot, em, fontSize }: NoteNumbersProps) {
  const y = plot.y + half * em;
  return (
    <g className={styles.notes}>
      {labels.map(({ text, x, width }) => (
        <g key={text} data-note={text}>
          <rect
            x={plot.x + x - width / 2}
            y={y - half * em}
            width={width}
            height={2 * half * em}
            rx={half * em}
            className={styles.label}
          />
          <text
            x={plot.x + x}
            y={y}
            dy="0.35em"
            textAnchor="middle"
            className={styles.number}
            style={fontSize === undefined ? undefined : { fontSize }}
          >
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
