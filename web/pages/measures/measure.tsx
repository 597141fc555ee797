import type { Definitions } from '../../../server/contract/index.ts';
import { count } from '../../../server/words/number.ts';
import { noun } from '../../charts/reading.ts';
import { Entry } from './entry.tsx';
import { Example } from './example.tsx';
import styles from './measure.module.css';

type Explained = Definitions['measures'][number];

const betterWords: Record<Explained['definition']['better'], string> = {
  lower: 'lower is better',
  higher: 'higher is better',
  neither: 'neither way is better in itself',
};

/** One measure: what it is, what it cannot tell, and an example. */
export function Measure({ measure }: { measure: Explained }) {
  const { definition, example, without } = measure;
  const { id, name, formula, unit, better, emptyMeans, limits } = definition;
  return (
    <Entry id={id} title={name} text={[formula]}>
      <Example measure={id} name={name} example={example} without={without} />
      <dl className={styles.facts}>
        <dt>Unit</dt>
        <dd>
          {unit}; {betterWords[better]}
        </dd>
        <dt>Shown from</dt>
        <dd>{minimumOf(definition)}</dd>
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

function minimumOf(definition: Explained['definition']): string {
  const { p50, p75, p85 } = definition.minimum;
  if (p85 === 0) return 'any number, also none';
  if (definition.unit.endsWith('per person')) return `${p50} people on the roster in the week`;
  return `${count(p50, noun(definition))} in the week for the median, ${p75} for the 75th and ${p85} for the 85th percentile`;
}
