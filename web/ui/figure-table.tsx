import styles from './figure.module.css';

type FigureTableProps = {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
};

/** A box that scrolls must take the focus, or Safari's keyboard could not scroll it. */
const scrolledByKeys = { tabIndex: 0 };

/** The figure's numbers. Scrolls inside its own box, which the keyboard can reach. */
export function FigureTable({ caption, columns, rows }: FigureTableProps) {
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
          {rows.map(([first, ...cells]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
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
