import { Link } from 'wouter';
import type { Definitions, MeasureId } from '../../../server/contract/index.ts';
import { itemsHref } from '../../filters/items-address.ts';
import styles from './example.module.css';

type ExampleProps = Pick<Definitions['measures'][number], 'example' | 'without'> & {
  measure: MeasureId;
  name: string;
};

/** A measure worked out on a row of this database; or why there is none. */
export function Example({ measure, name, example, without }: ExampleProps) {
  return (
    <section className={styles.example} aria-label={`${name}: an example`} data-part="example">
      <h3 className={styles.title}>
        {example === null ? (
          'No example in this database'
        ) : (
          <>
            For example <Link href={itemsHref({}, { measure, ...example.items })}>{example.subject}</Link>
          </>
        )}
      </h3>
      {example === null ? <p className={styles.quiet}>{without}</p> : <Worked example={example} />}
    </section>
  );
}

function Worked({ example }: { example: NonNullable<ExampleProps['example']> }) {
  const { because, instants, steps } = example;
  return (
    <>
      <p className={styles.quiet}>{because}</p>
      <div className={styles.worked}>
        {instants.length > 0 && (
          <ol className={styles.instants} aria-label="What happened, and when">
            {instants.map(({ at, what, used }) => (
              <li key={what} className={used ? styles.used : undefined}>
                <span className={styles.what}>
                  {what}
                  {used && <span className="heard"> (taken)</span>}
                </span>
                <time>{at}</time>
              </li>
            ))}
          </ol>
        )}
        <div className={styles.steps}>
          {steps.map((step) => (
            <p key={step}>{step}</p>
          ))}
        </div>
      </div>
    </>
  );
}
