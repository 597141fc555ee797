import figure from './figure.module.css';
import { type FigureSize, figureClass } from './figure-class.ts';
import styles from './figure-skeleton.module.css';

/** The place of a figure whose numbers are on their way; as high as the figure will be. */
export function FigureSkeleton({ size = 'usual' }: { size?: FigureSize }) {
  return (
    <div className={figureClass(size)} data-skeleton="">
      <div className={figure.head}>
        <p className={`${figure.label} ${styles.line} ${styles.name}`}>&nbsp;</p>
        <p className={`${figure.finding} ${styles.line}`}>&nbsp;</p>
        <p className={`${figure.howToRead} ${styles.line} ${styles.long}`}>&nbsp;</p>
      </div>
      <div className={`${figure.drawing} ${styles.drawing}`} data-part="place" />
      <div className={figure.foot}>
        <div className={figure.basis}>
          <p className={`${styles.line} ${styles.short}`}>&nbsp;</p>
        </div>
        <div className={`${figure.more} ${styles.more}`} />
        <div className={`${figure.more} ${styles.more}`} />
      </div>
    </div>
  );
}
