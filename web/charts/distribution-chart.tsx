import { useMemo, useRef } from 'react';
import type { Distribution } from '../../server/contract/index.ts';
import styles from './distribution-chart.module.css';
import { BAR, prepareDistribution, ROW } from './prepare-distribution.ts';
import { useSize } from './use-size.ts';

/** How long single items took: before as an outlined bar, since as a filled one below it. */
export function DistributionChart({ distribution }: { distribution: Distribution }) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const width = size === null ? 0 : size.width / size.em;
  const { bins, left, height } = useMemo(
    () => prepareDistribution(distribution, width),
    [distribution, width],
  );
  const middle = ROW / 2;
  return (
    <div ref={box} className={styles.bins}>
      {size !== null && (
        <svg
          width={size.width}
          height={height * size.em}
          viewBox={`0 0 ${width} ${height}`}
          fontSize={12}
          role="img"
        >
          <title>{distribution.finding}</title>
          <desc>{distribution.description}</desc>
          {bins.map(({ name, nameY, y, before, after, beforeLabel, afterLabel }) => (
            <g key={name} data-bin={name}>
              <text x={0} y={nameY} className={styles.name} dominantBaseline="central">
                {name}
              </text>
              <rect x={left} y={y + middle - BAR - 1} width={before} height={BAR} className={styles.before} />
              <text
                x={left + before + 6}
                y={y + middle - 1 - BAR / 2}
                className={styles.share}
                data-side="before"
                dominantBaseline="central"
              >
                {beforeLabel}
              </text>
              <rect x={left} y={y + middle + 1} width={after} height={BAR} className={styles.since} />
              <text
                x={left + after + 6}
                y={y + middle + 1 + BAR / 2}
                className={styles.share}
                data-side="after"
                dominantBaseline="central"
              >
                {afterLabel}
              </text>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
