import { Link } from 'wouter';
import styles from './figure-table.module.css';

type FigureTableProps = {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** Where what is behind each row is listed; null: nowhere. */
  links?: readonly (string | null)[] | undefined;
};

/** A box that scrolls must take the focus, or Safari's keyboard could not scroll it. */
const scrolledByKeys = { tabIndex: 0 };

/** The figure's numbers. Scrolls inside its own box, which the keyboard can reach. */
export function FigureTable({ caption, columns, rows, links }: FigureTableProps) {
  return (
    <section className={styles.scroller} aria-label={`Numbers: ${caption}`} {...scrolledByKeys}>
      <table className={styles.table}>
        <caption className="heard">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], row) => (
            <tr key={first}>
              <th scope="row">{linked(first, links?.[row])}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function linked(text: string | undefined, href: string | null | undefined) {
  return href ? <Link href={href}>{text}</Link> : text;
}
