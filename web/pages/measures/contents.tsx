import type { Definitions } from '../../../server/contract/index.ts';
import styles from './contents.module.css';

type ContentsProps = Pick<Definitions, 'rules'> & {
  measures: readonly { definition: { id: string; name: string } }[];
};

/** The way to each entry; beside them where there is room. */
export function Contents({ measures, rules }: ContentsProps) {
  return (
    <nav className={styles.contents} aria-label="On this page">
      <p className={styles.title}>Measures</p>
      <ul>
        {measures.map(({ definition: { id, name } }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
      <p className={styles.title}>For all of them</p>
      <ul>
        {rules.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
