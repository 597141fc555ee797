import type { Health } from '../../../server/contract/index.ts';
import { Part } from '../../ui/part.tsx';
import styles from './sources.module.css';

/** What the vendors of AI tools tell of their use, and how much of it is matched to people. */
export function Usage({ usage }: { usage: Health['usage'] }) {
  return (
    <Part id="usage" title="What vendors tell of the use of AI tools">
      <div className={styles.vendors}>
        {usage.map(({ id, name, sentence, matched, limits }) => (
          <section key={id} className={styles.source} aria-label={name} data-entry="usage">
            <h3 className={styles.name}>{name}</h3>
            <p>{sentence}</p>
            {matched !== '' && <p>{matched}</p>}
            {limits.map((limit) => (
              <p key={limit}>{limit}</p>
            ))}
          </section>
        ))}
      </div>
    </Part>
  );
}
