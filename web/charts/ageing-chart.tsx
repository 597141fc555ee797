import { useMemo, useRef } from 'react';
import { Link } from 'wouter';
import type { Ageing, OpenAge, Waiting } from '../../server/contract/index.ts';
import { count } from '../../server/words/number.ts';
import styles from './ageing-chart.module.css';
import { type AgeBar, prepareAgeing, ROW } from './prepare-ageing.ts';
import { useSize } from './use-size.ts';

export type AgeingChartProps = {
  ageing: Ageing;
  /** Where what a bar counts is listed, and where one piece of open work is. */
  barHref: (waiting: Waiting, age: OpenAge) => string;
  itemOf: (id: string) => string;
};

/** How old open work is, by what it waits for; and the oldest of it, in words. */
export function AgeingChart({ ageing, barHref, itemOf }: AgeingChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const width = size === null ? 0 : size.width / size.em;
  const prepared = useMemo(() => prepareAgeing(ageing, width), [ageing, width]);
  return (
    <div className={styles.ageing}>
      <div ref={box} className={styles.box}>
        {size !== null && (
          <svg
            width={size.width}
            height={prepared.height * size.em}
            viewBox={`0 0 ${width} ${prepared.height}`}
            fontSize={12}
          >
            <title>{ageing.finding}</title>
            <desc>{ageing.description}</desc>
            {prepared.bandLabels.map(({ name, y }) => (
              <text key={y} x={0} y={y} className={styles.tick} dominantBaseline="central">
                {name}
              </text>
            ))}
            {prepared.panels.map(({ waiting, name, sum, x, y, nameX, bars }) => (
              <g key={waiting} data-waiting={waiting}>
                <text x={nameX} y={y + 12} fontSize={13} className={styles.name}>
                  {name}
                </text>
                <text x={nameX} y={y + 29} className={styles.tick}>
                  {sum} open
                </text>
                <line x1={x} x2={x} y1={y + 40} y2={y + 48 + bars.length * ROW} className={styles.zero} />
                {bars.map((bar) => (
                  <Bar key={bar.age} bar={bar} name={name} href={barHref(waiting, bar.age)} />
                ))}
              </g>
            ))}
          </svg>
        )}
      </div>
      {ageing.oldest.length > 0 && (
        <div className={styles.oldest}>
          <p className={styles.heading}>Open for longest</p>
          <ol>
            {ageing.oldest.map(({ id, name, words }) => (
              <li key={id}>
                <Link href={itemOf(id)}>{name}</Link> <span>{words}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}

function Bar({ bar, name, href }: { bar: AgeBar; name: string; href: string }) {
  const label = (
    <text x={bar.x + bar.width + 7} y={bar.y + ROW / 2} className={styles.count} dominantBaseline="central">
      {bar.label}
    </text>
  );
  if (bar.count === 0) return <g className={styles.none}>{label}</g>;
  return (
    <Link
      href={href}
      className={styles.bar}
      aria-label={`${name}, ${bar.band.toLowerCase()}: ${count(bar.count, 'pull request')}. Open the list`}
    >
      <rect x={bar.x} y={bar.y} width={bar.width + 40} height={ROW} className={styles.hit} />
      <rect x={bar.x} y={bar.y + 5} width={bar.width} height={ROW - 10} className={styles.length} />
      {label}
    </Link>
  );
}
