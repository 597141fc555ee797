import type { Definitions } from '../../../server/contract/index.ts';
import { Entry } from './entry.tsx';
import example from './example.module.css';
import styles from './measure.module.css';

type Explained = Definitions['delivery'][number];

const betterWords: Record<Explained['definition']['better'], string> = {
  lower: 'lower is better',
  higher: 'higher is better',
  neither: 'neither way is better in itself',
};

/** One measure of deployments: what it is, what it cannot tell, and how it comes about on this database. */
export function DeliveryMeasure({ measure }: { measure: Explained }) {
  const { definition, steps, without } = measure;
  const { id, name, formula, unit, better, minimum, items, weeks, emptyMeans, limits } = definition;
  return (
    <Entry id={id} title={name} text={[formula]}>
      <section className={example.example} aria-label={`${name}: an example`} data-part="example">
        <h3 className={example.title}>
          {steps.length === 0 ? 'No example in this database' : 'For example, all repositories together'}
        </h3>
        {steps.length === 0 && <p className={example.quiet}>{without}</p>}
        {steps.length > 0 && (
          <div className={example.steps}>
            {steps.map((step) => (
              <p key={step}>{step}</p>
            ))}
          </div>
        )}
      </section>
      <dl className={styles.facts}>
        <dt>Unit</dt>
        <dd>
          {unit}; {betterWords[better]}
        </dd>
        <dt>Shown from</dt>
        <dd>
          {minimum === 0 ? 'any number, also none' : `${minimum} ${items}`}, in{' '}
          {weeks === 1 ? 'a week' : `${weeks} weeks`}
        </dd>
        <dt>A gap means</dt>
        <dd>{emptyMeans}</dd>
        <dt>Known limits</dt>
        <dd>
          <ul>
            {limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </dd>
      </dl>
    </Entry>
  );
}
