import styles from './contents.module.css';

export type MeasureGroup = {
  readonly title: string;
  readonly entries: readonly { readonly id: string; readonly name: string }[];
};

/** The way to each entry; beside them where there is room. */
export function Contents({ groups }: { groups: readonly MeasureGroup[] }) {
  return (
    <nav className={styles.contents} aria-label="On this page">
      {groups.map(
        ({ title, entries }) =>
          entries.length > 0 && (
            <div key={title}>
              <p className={styles.title}>{title}</p>
              <ul>
                {entries.map(({ id, name }) => (
                  <li key={id}>
                    <a href={`#${id}`}>{name}</a>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </nav>
  );
}
