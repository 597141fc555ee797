import type { BesideRow, Working } from '../../../server/contract/index.ts';
import styles from './working-of.module.css';

/** How sure are we: everything that the answer rests on, for whoever wants to check it. */
export function WorkingOf({ working }: { working: Working }) {
  const { grade, gradeMeans, methodName, why, clock, countsSentence, gates, wouldChange } = working;
  return (
    <details className={styles.working} data-part="working">
      <summary>
        How sure are we? <span className={styles.grade}>Evidence grade {grade}</span>
      </summary>
      <div className={styles.inside}>
        <dl className={styles.list}>
          <dt>What this evidence can say</dt>
          <dd>
            Grade {grade}: {gradeMeans}.
          </dd>
          <dt>Method</dt>
          <dd>
            {methodName}. {why}
          </dd>
          <dt>What is timed</dt>
          <dd>{clock}</dd>
          <dt>What it rests on</dt>
          <dd>{countsSentence}</dd>
          <dt>What could be seen</dt>
          <dd>{working.smallest}</dd>
        </dl>
        {gates.length > 0 && (
          <section>
            <h3 className={styles.title}>What a comparison needs</h3>
            <ul className={styles.gates}>
              {gates.map(({ name, passed, sentence }) => (
                <li key={name} data-passed={passed}>
                  <span className={styles.mark}>{passed ? 'Met' : 'Not met'}</span>
                  <span>
                    <strong>{name}.</strong> {sentence}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Beside title="Plain before and after" rows={working.plain} />
        <Beside title="By the other method" rows={working.crossCheck} />
        <Beside title="At dates on which nothing happened" rows={working.placebos} />
        <Beside title="Had the starts fallen to other teams" rows={working.lots} />
        <Beside title="The same in other ways" rows={working.sensitivities} />
        {wouldChange.length > 0 && (
          <section>
            <h3 className={styles.title}>What would change our mind</h3>
            <ul className={styles.plain}>
              {wouldChange.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </details>
  );
}

/** Estimates beside the headline. */
function Beside({ title, rows }: { title: string; rows: readonly Omit<BesideRow, 'percent'>[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.beside}>
        {rows.map(({ name, meaning, sentence }) => (
          <li key={name}>
            <span>
              <strong>{name}</strong> <span className={styles.quiet}>{meaning}</span>
            </span>
            <span className={styles.estimate}>{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
