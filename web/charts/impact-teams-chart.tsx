import { useMemo, useRef } from 'react';
import type { ImpactTeams } from '../../server/contract/index.ts';
import { whole } from '../../server/words/whole.ts';
import styles from './impact-chart.module.css';
import { type ImpactPanel, type PreparedTeams, prepareImpactTeams } from './prepare-impact-teams.ts';
import { type Size, useSize } from './use-size.ts';

const HEIGHT = 104;

/** A small chart a team on one scale, in the order of their names: never one of size of effect. */
export function ImpactTeamsChart({ teams }: { teams: ImpactTeams }) {
  const first = useRef<HTMLDivElement>(null);
  const size = useSize(first);
  const width = size === null ? 0 : size.width / size.em;
  const prepared = useMemo(() => prepareImpactTeams(teams, width, HEIGHT), [teams, width]);
  return (
    <div className={styles.panels}>
      {prepared.panels.map((panel, place) => (
        <section key={panel.key} className={styles.panel} aria-label={panel.name} data-team={panel.name}>
          <p className={styles.panelName}>{panel.name}</p>
          <p className={styles.quiet}>{panel.medians}</p>
          <p className={styles.quiet}>{whole(panel.change)}</p>
          <div ref={place === 0 ? first : null} className={styles.box}>
            {size !== null && <Panel panel={panel} prepared={prepared} size={size} />}
          </div>
        </section>
      ))}
    </div>
  );
}

type PanelProps = { panel: ImpactPanel; prepared: PreparedTeams; size: Size };

function Panel({ panel, prepared: { grid, ends }, size: { width: pixels, em } }: PanelProps) {
  const width = pixels / em;
  const [top, bottom] = [grid[0]?.y ?? 0, grid[1]?.y ?? 0];
  return (
    <svg
      width={pixels}
      height={HEIGHT * em}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      fontSize={12}
      role="img"
      aria-label={`${panel.name}: ${panel.medians}; ${panel.change}`}
    >
      <title>{`${panel.name}: ${panel.medians}`}</title>
      <g data-part="axis">
        {grid.map(({ y, label }) => (
          <g key={y}>
            <line x1={0} x2={width} y1={y} y2={y} className={styles.grid} />
            <text x={width} y={y - 5} className={styles.tick} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        <text x={0} y={HEIGHT - 5} className={styles.tick}>
          {ends[0]}
        </text>
        <text x={width} y={HEIGHT - 5} className={styles.tick} textAnchor="end">
          {ends[1]}
        </text>
      </g>
      {panel.start !== null && (
        <line x1={panel.start} x2={panel.start} y1={top} y2={bottom} className={styles.start} />
      )}
      <path d={panel.path} className={panel.start === null ? styles.others : styles.line} />
      {panel.beyond.map(({ x, y }) => (
        <path key={x} d={`M${x - 4} ${y + 8}l4 -6l4 6z`} className={styles.beyondMark} data-part="beyond" />
      ))}
      {panel.alone.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={2.5} className={styles.dot} />
      ))}
    </svg>
  );
}
