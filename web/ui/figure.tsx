import { type ReactNode, useId, useRef } from 'react';
import { number } from '../../server/words/number.ts';
import { type Definition, DefinitionNote } from './definition-note.tsx';
import styles from './figure.module.css';
import { FigureMenu } from './figure-menu.tsx';
import { FigureTable } from './figure-table.tsx';

export type FigureSize = 'usual' | 'small';

/** What every figure owes its reader. All of it is required, and a test walks every page for it. */
export type FigureProps = {
  /** Names the figure in the page and in the names of its files: "cycle-time". */
  name: string;
  /** What is measured, in a word or three: "Cycle time". */
  label: string;
  /** What the figure shows, in about ten words; computed from the data. */
  finding: string;
  howToRead: string;
  /** For those who cannot see the drawing. */
  describe: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  definition: Definition;
  /** Items that the figure rests on, and of how many: "41 of 52 merged pull requests; ...". */
  n: number;
  coverage: string;
  /** What to beware of in this figure under this question. */
  notes: readonly string[];
  csvName: string;
  csvAddress: string;
  /** The question and how far the data reach, for what leaves the page: "All repositories · Last 52 weeks". */
  asked: string;
  dataLine: string;
  /** About an organisation that does not exist: said by all that leaves the page. */
  demo: boolean;
  show: 'chart' | 'table';
  /** A newer answer is on its way; what stands here is still the old one. */
  waiting: boolean;
  /** Those of a row of three are smaller. */
  size: FigureSize;
  /** The drawing, which fills its box. */
  children: ReactNode;
};

export function Figure(props: FigureProps) {
  const id = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const { finding, howToRead, describe, columns, rows, show, waiting } = props;
  const table = <FigureTable caption={finding} columns={columns} rows={rows} />;
  return (
    <figure
      className={figureClass(props.size)}
      data-figure={props.name}
      aria-labelledby={`${id}-finding`}
      aria-describedby={`${id}-describe`}
      aria-busy={waiting}
    >
      <figcaption className={styles.head}>
        <p className={styles.label}>{props.label}</p>
        <h2 id={`${id}-finding`} className={styles.finding}>
          {finding}
        </h2>
        <p className={styles.howToRead} data-part="how-to-read">
          {howToRead}
        </p>
        <p id={`${id}-describe`} className="heard" data-part="describe">
          {describe}
        </p>
      </figcaption>
      {show === 'chart' ? (
        <div ref={drawing} className={styles.drawing} data-part="drawing">
          {props.children}
        </div>
      ) : (
        <div className={styles.tabled}>{table}</div>
      )}
      <div className={styles.foot}>
        <div className={styles.basis}>
          <div>
            <p>
              <strong data-part="n">n = {number(props.n)}</strong>{' '}
              <span data-part="coverage">{props.coverage}</span>
            </p>
            {props.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </div>
          <FigureMenu {...props} drawing={show === 'chart' ? drawing : null} />
        </div>
        {show === 'chart' && (
          <details className={styles.more}>
            <summary>The numbers as a table</summary>
            {table}
          </details>
        )}
        <DefinitionNote definition={props.definition} />
      </div>
    </figure>
  );
}

/** Shared with the place that is kept for a figure. */
export function figureClass(size: FigureSize): string {
  return size === 'usual' ? `${styles.figure}` : `${styles.figure} ${styles.small}`;
}
