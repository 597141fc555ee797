import type { Health } from '../../../server/contract/index.ts';
import { number } from '../../../server/words/number.ts';
import { Part } from '../../ui/part.tsx';
import styles from './coverage.module.css';

type Parts = NonNullable<Health['coverage']>;

/** `of`: what it is of, as it is placed in teams. */
type CoverageProps = { id: string; title: string; of: 'work' | 'issues'; coverage: Parts };

/** How much of the work the measures can see, as lengths and figures. */
export function Coverage({ id, title, of, coverage }: CoverageProps) {
  const { sentence, parts, placed, people, unmatched } = coverage;
  return (
    <Part id={id} title={title}>
      <p className={styles.of}>{sentence}</p>
      <ul className={styles.bars}>
        {parts.map((part) => (
          <li key={part.id} className={styles.bar} data-entry="coverage">
            <p className={styles.name}>
              {part.name} <strong>{perCent(part.share)}</strong>
            </p>
            <Length share={part.share ?? 0} />
            <p className={styles.figures}>
              {number(part.n)} of {number(part.of)}
            </p>
            {part.missing.length > 0 && (
              <details className={styles.missing}>
                <summary>
                  {part.missing.map(({ count, why }) => `${number(count)} ${why}`).join(', ')}
                </summary>
                {part.missing.map(({ why, todo }) => (
                  <p key={why}>{todo}</p>
                ))}
              </details>
            )}
          </li>
        ))}
      </ul>
      {(placed.length > 0 || unmatched !== '') && (
        <Placed id={`${id}-placed`} of={of} placed={placed} people={people} unmatched={unmatched} />
      )}
    </Part>
  );
}

type PlacedProps = { id: string; of: string } & Pick<Parts, 'placed' | 'people' | 'unmatched'>;

function Placed({ id, of, placed, people, unmatched }: PlacedProps) {
  return (
    <section className={styles.placed} aria-labelledby={id}>
      <h3 id={id} className={styles.subtitle}>
        What placing {of} in teams rests on
      </h3>
      {placed.length > 0 && (
        <ul className={styles.bars}>
          {placed.map(({ name, percent, said }) => (
            <li key={name} className={styles.bar} data-entry="placed">
              <p className={styles.name}>
                {capital(name)} <strong>{said}</strong>
              </p>
              <Length share={percent / 100} />
            </li>
          ))}
        </ul>
      )}
      {people !== '' && <p>{people}</p>}
      {unmatched !== '' && <p>{unmatched}</p>}
    </section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The share as a length; the figure stands beside it. */
function Length({ share }: { share: number }) {
  return (
    <svg className={styles.length} aria-hidden="true">
      <rect className={styles.whole} width="100%" height="100%" rx="3" />
      <rect className={styles.share} width={`${Math.round(1000 * share) / 10}%`} height="100%" rx="3" />
    </svg>
  );
}

/** Never rounded to all or nothing where it is neither. */
function perCent(share: number | null): string {
  if (share === null) return 'nothing to tell';
  if (share > 0 && share < 0.01) return 'under 1 %';
  return share < 1 && share > 0.99 ? 'over 99 %' : `${Math.round(100 * share)} %`;
}
