import type { StatedRollout } from '../../../server/contract/index.ts';
import { calendarDate } from '../../../server/words/date.ts';
import styles from './rollout-card.module.css';

/** The order that was drawn, with what it takes to draw it again and see that it is the same. */
export function DrawnOrder({ draw }: { draw: NonNullable<StatedRollout['draw']> }) {
  const { at, seed, teams, kept, sentence } = draw;
  const holds = kept === 'kept' || kept === 'waiting';
  return (
    <details className={styles.drawn} data-part="drawn-order">
      <summary>
        Order drawn by lot on {calendarDate(at.slice(0, 10))}.{' '}
        <span className={holds ? undefined : styles.attention}>{sentence}</span>
      </summary>
      <ol className={styles.order}>
        {teams.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ol>
      <p className={styles.quiet}>
        Seed {seed}: the same seed and teams always give this order, so that anybody can check it. When the
        teams start in it, a difference after their starts can be laid to the rollout.
      </p>
    </details>
  );
}
