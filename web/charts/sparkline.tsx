import type { VerdictNumber } from '../../server/contract/index.ts';
import styles from './sparkline.module.css';
import { pathsOf } from './sparkline-path.ts';

const WIDTH = 200;
const HEIGHT = 44;

/** A small line from nothing up; a gap is a gap, a point alone a dot, and the start of the rollout a line. */
export function Sparkline({
  line,
  startsAt,
  description,
}: Pick<VerdictNumber, 'line' | 'startsAt' | 'description'>) {
  const { path, dots, xOf } = pathsOf(
    line.map(({ value }) => value),
    WIDTH,
    HEIGHT,
  );
  if (path === '' && dots.length === 0) {
    return (
      <p className={styles.none}>
        <span className="heard">{description}</span>
      </p>
    );
  }
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={description}
    >
      <path className={styles.axis} d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
      {startsAt !== null && <path className={styles.start} d={`M${xOf(startsAt - 0.5)} 0V${HEIGHT}`} />}
      <path className={styles.path} d={path} />
      {dots.map(({ x, y }) => (
        <path key={x} className={styles.dot} d={`M${x} ${y}h0.01`} />
      ))}
    </svg>
  );
}
