import { useMemo, useRef } from 'react';
import { Link } from 'wouter';
import type { AiWork } from '../../server/contract/index.ts';
import styles from './ai-work-chart.module.css';
import { type AiBar, type AiPart, prepareAiWork, ROW } from './prepare-ai-work.ts';
import { useSize } from './use-size.ts';

type AiWorkChartProps = { work: AiWork; hrefOf: (part: AiPart) => string };

/** How AI took part in merged work, by level and by tool, on one scale; and AI-marked work beside the rest, in words. */
export function AiWorkChart({ work, hrefOf }: AiWorkChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const width = size === null ? 0 : size.width / size.em;
  const { panels, height } = useMemo(() => prepareAiWork(work, width), [work, width]);
  return (
    <div className={styles.work}>
      <div ref={box} className={styles.box}>
        {size !== null && (
          <svg width={size.width} height={height * size.em} viewBox={`0 0 ${width} ${height}`} fontSize={12}>
            <title>{work.finding}</title>
            <desc>{work.description}</desc>
            {panels.map(({ title, x, y, bars }) => (
              <g key={title}>
                <text x={x} y={y + 14} fontSize={13} className={styles.name}>
                  {title}
                </text>
                {bars.map((bar) => (
                  <Bar key={bar.key} bar={bar} x={x} hrefOf={hrefOf} />
                ))}
              </g>
            ))}
          </svg>
        )}
      </div>
      {work.beside !== null && (
        <div className={styles.beside}>
          <p className={styles.heading}>AI-marked beside the rest, as a description</p>
          <p>{work.beside.naive}</p>
          <p>{work.beside.within}</p>
          <p className={styles.quiet}>{work.beside.warning}</p>
        </div>
      )}
    </div>
  );
}

function Bar({ bar, x, hrefOf }: { bar: AiBar; x: number; hrefOf: AiWorkChartProps['hrefOf'] }) {
  const { name, label, part, y, nameY, width } = bar;
  const middle = y + ROW / 2;
  const drawn = (
    <>
      <line x1={bar.x} x2={bar.x} y1={y} y2={y + ROW} className={styles.zero} />
      <rect x={bar.x} y={y + 7} width={width} height={ROW - 14} className={styles.length} />
      <text x={bar.x + width + 7} y={middle} className={styles.count} dominantBaseline="central">
        {label}
      </text>
    </>
  );
  return (
    <g>
      <text x={x} y={nameY + ROW / 2} className={styles.row} dominantBaseline="central">
        {name}
      </text>
      {part === null || bar.count === 0 ? (
        <g className={styles.none}>{drawn}</g>
      ) : (
        <Link
          href={hrefOf(part)}
          className={styles.bar}
          aria-label={`${name}: ${label} of merged pull requests. Open the list`}
        >
          <rect x={bar.x} y={y} width={width + 100} height={ROW} className={styles.hit} />
          {drawn}
        </Link>
      )}
    </g>
  );
}
