import { type RefObject, useId, useState } from 'react';
import { Link } from 'wouter';
import { type AsOf, useAsOf } from './as-of.ts';
import type { FigureProps } from './figure.tsx';
import styles from './figure-menu.module.css';

type FigureWays = typeof import('./figure-ways.ts');

type FigureMenuProps = Omit<FigureProps, 'children'> & {
  /** Where the chart is drawn; null while the figure is a table, which makes no picture. */
  drawing: RefObject<HTMLDivElement | null> | null;
};

/** Opens what is behind the figure, and takes it out: as a file of numbers, a picture, or text for a document. */
export function FigureMenu({ drawing, ...given }: FigureMenuProps) {
  const id = useId();
  const asOf = useAsOf();
  const figure = asOf === null ? given : asOfThen(given, asOf);
  const [said, say] = useState('');

  // What makes files is fetched when a file is wanted: nobody waits for it before the first number.
  const takeOut = async (way: (ways: FigureWays) => Promise<string>) => {
    const ways = await import('./figure-ways.ts').catch(() => null);
    say(ways === null ? 'The server does not answer.' : await way(ways));
  };
  const savePicture = () => takeOut((ways) => ways.savePicture(figure, drawing?.current ?? null));
  const saveNumbers = () => takeOut((ways) => ways.saveNumbers(figure));
  const copyMarkdown = () => takeOut((ways) => ways.copyMarkdown(figure));

  return (
    <div className={styles.menu}>
      {figure.itemsHref !== undefined && (
        <Link className={styles.behind} href={figure.itemsHref} data-part="items">
          Open what is behind it
          <span className="heard">: {figure.finding}</span>
        </Link>
      )}
      <button type="button" className={styles.opener} popoverTarget={id}>
        Export
        <span className="heard">: {figure.finding}</span>
      </button>
      <div id={id} popover="auto" className={styles.items} onToggle={() => say('')}>
        {figure.csvAddress === null ? (
          <button type="button" className={styles.item} data-part="csv" onClick={() => void saveNumbers()}>
            Numbers as CSV
          </button>
        ) : (
          <a className={styles.item} href={figure.csvAddress} download={figure.csvName} data-part="csv">
            Numbers as CSV
          </a>
        )}
        {drawing !== null && (
          <button type="button" className={styles.item} onClick={() => void savePicture()}>
            Picture as PNG
          </button>
        )}
        <button type="button" className={styles.item} onClick={() => void copyMarkdown()}>
          Copy as Markdown
        </button>
        <p className={styles.said} role="status">
          {said}
        </p>
      </div>
    </div>
  );
}

/** What leaves a shared page says the moment it is of, and never holds the numbers of today. */
function asOfThen<Figure extends Pick<FigureProps, 'dataLine' | 'csvAddress'>>(
  figure: Figure,
  asOf: AsOf,
): Figure {
  const { dataLine, csvAddress } = figure;
  return {
    ...figure,
    dataLine: `${asOf.line} ${dataLine}`,
    csvAddress: csvAddress === null ? null : asOf.fileOf(csvAddress),
  };
}
