import { useMemo, useRef } from 'react';
import type { TeamMultiples } from '../../server/contract/index.ts';
import styles from './multiples-chart.module.css';
import { prepareMultiples } from './prepare-multiples.ts';
import type { AxisNote } from './prepare-notes.ts';
import { TeamPanel } from './team-panel.tsx';
import { useSize } from './use-size.ts';

export type MultiplesChartProps = {
  multiples: TeamMultiples;
  since: string | null;
  /** Where a team's pull requests of a period are listed. */
  itemsOf: (team: string, period: { from: string; to: string }) => string;
  /** Those of one team stand on its own chart alone. */
  notes: readonly (AxisNote & { readonly team: { readonly id: string } | null })[];
  /** Mondays of the weeks in which teams start. */
  starts: readonly { readonly team: string; readonly week: string }[];
};

const HEIGHT = 112;

/** A small chart a team, all on one scale, in the order of their names. */
export function MultiplesChart({ multiples, since, itemsOf, notes, starts }: MultiplesChartProps) {
  const first = useRef<HTMLDivElement>(null);
  const size = useSize(first);
  const width = size === null ? 0 : size.width / size.em;
  const prepared = useMemo(
    () => prepareMultiples(multiples, since, width, HEIGHT),
    [multiples, since, width],
  );
  return (
    <div className={styles.panels}>
      {prepared.panels.map((panel, place) => (
        <section key={panel.team ?? ''} className={styles.panel} aria-label={panel.name}>
          <p className={styles.name}>{panel.name}</p>
          <p className={styles.summary}>{panel.summary}</p>
          <div ref={place === 0 ? first : null} className={styles.box}>
            {size !== null && (
              <TeamPanel
                panel={panel}
                prepared={prepared}
                size={{ ...size, height: HEIGHT * size.em }}
                itemsOf={itemsOf}
                notes={notes.filter(({ team }) => team === null || team.id === panel.team)}
                starts={starts.filter(({ team }) => team === panel.team).map(({ week }) => week)}
              />
            )}
          </div>
        </section>
      ))}
    </div>
  );
}
