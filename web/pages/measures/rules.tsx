import { Link } from 'wouter';
import type { Definitions } from '../../../server/contract/index.ts';
import { itemsHref } from '../../filters/items-address.ts';
import { Entry } from './entry.tsx';
import styles from './measure.module.css';

type RulesProps = Pick<Definitions, 'rules' | 'leftOut'>;

/** What holds for every measure. */
export function Rules({ rules, leftOut }: RulesProps) {
  return (
    <>
      {rules.map(({ id, title, text }) => (
        <Entry key={id} id={id} title={title} text={text}>
          {id === 'left-out' && <Kinds leftOut={leftOut} />}
        </Entry>
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
