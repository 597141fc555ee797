import { Link } from 'wouter';
import styles from './definition-note.module.css';
import figure from './figure.module.css';

/** What a measure is, said in the server's words. */
export type Definition = {
  /** Names its entry on the page of definitions: "cycle-time". */
  readonly id: string;
  readonly name: string;
  readonly formula: string;
  readonly unit: string;
  /** From how many items on a week is shown. */
  readonly minimum: string;
  readonly emptyMeans: string;
  readonly limits: readonly string[];
  /** What takes no part and is counted beside it: "312 direct pushes, which never were a pull request". */
  readonly leftOut: readonly string[];
};

export function DefinitionNote({ definition }: { definition: Definition }) {
  return (
    <details className={figure.more} data-part="definition">
      <summary>What this measures</summary>
      <div className={styles.note}>
        <dl className={styles.definition}>
          <dt>{definition.name}</dt>
          <dd>{definition.formula}</dd>
          <dt>Unit</dt>
          <dd>{definition.unit}</dd>
          <dt>Shown from</dt>
          <dd>{definition.minimum}</dd>
          <dt>A gap means</dt>
          <dd>{definition.emptyMeans}</dd>
          <Several term="Limits" lines={definition.limits} />
          <Several term="Left out" lines={definition.leftOut} />
        </dl>
        <p className={styles.worked}>
          <Link href={`/measures#${definition.id}`}>
            How we measure it<span className="heard">: {definition.name}</span>
          </Link>
          , with an example worked through
        </p>
      </div>
    </details>
  );
}

function Several({ term, lines }: { term: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </dd>
    </>
  );
}
