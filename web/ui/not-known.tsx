import figure from './figure.module.css';
import styles from './not-known.module.css';
import { type NotKnownFigure, sinceWords } from './not-known-figure.ts';

/** Figures of which nothing is known, in one line instead of as many empty frames; opened, it says what would help. */
export function NotKnown({ figures }: { figures: readonly NotKnownFigure[] }) {
  const namesOf = (some: readonly NotKnownFigure[]) => some.map(({ name }) => name).join(', ');
  const causes = [...new Set(figures.map(({ why }) => sinceWords(why)))].join('; ');
  const byTodo = [...Map.groupBy(figures, ({ todo }) => todo)];
  return (
    <details className={`${figure.more} ${styles.all}`} data-part="not-known">
      <summary>
        <span>
          Not known here:{' '}
          <span className={styles.names}>
            {namesOf(figures)}, since {causes}.
          </span>
        </span>
      </summary>
      <ul className={styles.reasons}>
        {byTodo.map(([todo, alike]) => (
          <li key={todo}>
            <p className={styles.names}>{namesOf(alike)}</p>
            <p>
              {[...new Set(alike.map(({ why }) => `${why}.`))].join(' ')} {todo}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
