import { type RefObject, useId, useState } from 'react';
import { copyText } from './clipboard.ts';
import { download } from './download.ts';
import type { FigureProps } from './figure.tsx';
import { figureMarkdown } from './figure-markdown.ts';
import styles from './figure-menu.module.css';
import { figurePicture } from './figure-picture.ts';

type FigureMenuProps = Omit<FigureProps, 'children'> & {
  /** Where the chart is drawn; null while the figure is a table, which makes no picture. */
  drawing: RefObject<HTMLDivElement | null> | null;
};

/** Takes the figure out: as a file of numbers, a picture, or text for a document. */
export function FigureMenu({ drawing, ...figure }: FigureMenuProps) {
  const id = useId();
  const [said, say] = useState('');

  const savePicture = async () => {
    const svg = drawing?.current?.querySelector('svg');
    if (!svg) return say('There is no chart to draw.');
    const picture = await figurePicture(svg, { ...figure, address: location.href });
    download(picture, `${figure.name}.png`);
    say('Picture saved.');
  };
  const copyMarkdown = async () => {
    const copied = await copyText(figureMarkdown(figure, location.href));
    say(copied ? 'Copied as Markdown.' : 'The browser did not let us copy.');
  };

  return (
    <div className={styles.menu}>
      <button type="button" className={styles.opener} popoverTarget={id}>
        Export
        <span className="heard">: {figure.finding}</span>
      </button>
      <div id={id} popover="auto" className={styles.items} onToggle={() => say('')}>
        <a className={styles.item} href={figure.csvAddress} download={figure.csvName}>
          Numbers as CSV
        </a>
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
