import { type ReactNode, useId, useRef } from 'react';
import { number } from '../../server/words/number.ts';
import { whole } from '../../server/words/whole.ts';
import { type Definition, DefinitionNote } from './definition-note.tsx';
import styles from './figure.module.css';
import { type FigureSize, figureClass } from './figure-class.ts';
import { FigureMenu } from './figure-menu.tsx';
import type { FigureNote } from './figure-note.ts';
import { FigureNotes } from './figure-notes.tsx';
import { FigureTable } from './figure-table.tsx';
import { useFirstFigure } from './first-figure.ts';
import { WholeText } from './whole-text.tsx';

/** What every figure owes its reader. All of it is required but for what not every figure has; a test walks every page for it. */
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
  /** Where what is behind each row is listed; null: nowhere. */
  links?: readonly (string | null)[];
  definition: Definition;
  /** Items that the figure rests on, and of how many: "41 of 52 merged pull requests; ...". */
  n: number;
  coverage: string;
  /** What else it rests on, sentence by sentence: leaves the page with the rest, and is opened here by whoever wants it. */
  detail?: readonly string[];
  /** What to beware of in this figure under this question. */
  cautions: readonly string[];
  /** What happened on the time axis: numbered on the drawing in this order, listed below it. */
  notes?: readonly FigureNote[];
  csvName: string;
  /** Where the server gives the numbers as a file; null: the page makes the file from the table. */
  csvAddress: string | null;
  /** Where the items behind the figure are listed, under the same question. */
  itemsHref?: string;
  /** The question and how far the data reach, for what leaves the page: "All repositories · Last 52 weeks". */
  asked: string;
  dataLine: string;
  /** About an organisation that does not exist: said by all that leaves the page. */
  demo: boolean;
  show: 'chart' | 'table';
  /** A newer answer is on its way; what stands here is still the old one. */
  waiting: boolean;
  /** Those of a row of three are smaller; a whole one takes the page's width and as much height as its drawing needs. */
  size: FigureSize;
  /** What the reader may choose in this figure alone. */
  controls?: ReactNode;
  /** The drawing, which fills its box. */
  children: ReactNode;
};

export function Figure(props: FigureProps) {
  const id = useId();
  const drawing = useRef<HTMLDivElement>(null);
  useFirstFigure();
  const { finding, howToRead, describe, columns, rows, show, waiting, detail = [] } = props;
  const table = <FigureTable caption={finding} columns={columns} rows={rows} links={props.links} />;
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
          <WholeText text={finding} />
        </h2>
        <p className={styles.howToRead} data-part="how-to-read">
          {howToRead}
        </p>
        <p id={`${id}-describe`} className="heard" data-part="describe">
          {describe}
        </p>
      </figcaption>
      {props.controls}
      {show === 'chart' ? (
        <div ref={drawing} className={styles.drawing} data-part="drawing">
          {props.children}
        </div>
      ) : (
        <div className={styles.tabled}>{table}</div>
      )}
      <div className={styles.foot}>
        <FigureNotes notes={props.notes ?? []} folded={props.size === 'small'} />
        <div className={styles.basis}>
          <div>
            <p>
              <strong data-part="n">n = {number(props.n)}</strong>{' '}
              <span data-part="coverage">{whole(props.coverage)}</span>
            </p>
            {props.cautions.map((caution) => (
              <p key={caution}>{whole(caution)}</p>
            ))}
          </div>
          <FigureMenu
            {...props}
            coverage={[props.coverage, ...detail].join(' ')}
            drawing={show === 'chart' ? drawing : null}
          />
        </div>
        <div className={styles.folds}>
          {show === 'chart' && (
            <details className={styles.more} data-part="table">
              <summary>As a table</summary>
              {table}
            </details>
          )}
          {detail.length > 0 && (
            <details className={styles.more} data-part="detail">
              <summary>Details</summary>
              <div className={styles.detail}>
                {detail.map((one) => (
                  <p key={one}>{whole(one)}</p>
                ))}
              </div>
            </details>
          )}
          <DefinitionNote definition={props.definition} />
        </div>
      </div>
    </figure>
  );
}
