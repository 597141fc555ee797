import { Link } from 'wouter';
import type { Definitions } from '../../../server/contract/index.ts';
import { itemsHref } from '../../filters/items-address.ts';
import styles from './measure.module.css';

type RulesProps = Pick<Definitions, 'rules' | 'leftOut'>;

/** What holds for every measure. */
export function Rules({ rules, leftOut }: RulesProps) {
  return (
    <>
      {rules.map(({ id, title, text }) => (
        <section
          key={id}
          id={id}
          className={styles.measure}
          aria-labelledby={`${id}-name`}
          tabIndex={-1}
          data-entry={id}
        >
          <h2 id={`${id}-name`} className={styles.name}>
            <a href={`#${id}`}>{title}</a>
          </h2>
          {text.map((paragraph) => (
            <p key={paragraph} className={styles.rule}>
              {paragraph}
            </p>
          ))}
          {id === 'left-out' && <Kinds leftOut={leftOut} />}
        </section>
      ))}
    </>
  );
}

/** Reasons that only issues have; the others are those of pull requests. */
const ofIssues: ReadonlySet<string> = new Set(['epic', 'sub-task', 'deleted']);

function Kinds({ leftOut }: Pick<Definitions, 'leftOut'>) {
  return (
    <dl className={styles.facts}>
      {leftOut.map(({ reason, name, why }) => (
        <div key={reason}>
          <dt>
            <Link
              className={styles.kind}
              href={itemsHref(
                {},
                ofIssues.has(reason) ? { of: 'issues', leftOut: reason } : { leftOut: reason },
              )}
            >
              {name}
            </Link>
          </dt>
          <dd>{why}</dd>
        </div>
      ))}
    </dl>
  );
}
