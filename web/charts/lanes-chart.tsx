import { useMemo, useRef } from 'react';
import type { Lane, Lanes, MeasureId } from '../../server/contract/index.ts';
import { LaneTrack } from './lane-track.tsx';
import styles from './lanes-chart.module.css';
import { type PreparedLane, prepareLanes } from './prepare-lanes.ts';
import { fittingTicks, middleOf } from './ticks.ts';
import { useSize } from './use-size.ts';

export type LanesChartProps = {
  lanes: Lanes;
  /** Where the pull requests of a lane's part are listed. */
  itemsOf: (measure: MeasureId, part: { from: string; to: string }) => string;
};

/** The phases of a change as lanes on one scale of hours, each with its name, its values and what changed. */
export function LanesChart({ lanes, itemsOf }: LanesChartProps) {
  const axis = useRef<HTMLDivElement>(null);
  const size = useSize(axis);
  const width = size === null ? 0 : size.width / size.em;
  const prepared = useMemo(() => prepareLanes(lanes, width), [lanes, width]);
  const compared = lanes.lanes.some(({ change }) => change !== null);
  return (
    <div className={styles.lanes} data-compared={compared}>
      {prepared.lanes.map((lane) => (
        <div key={lane.key} className={styles.lane} data-lane={lane.key}>
          <div className={styles.name}>
            <p className={styles.title}>{lane.name}</p>
            <p className={styles.meaning}>{lane.meaning}</p>
          </div>
          <div className={styles.track}>
            {size !== null && <LaneTrack lane={lane} prepared={prepared} size={size} itemsOf={itemsOf} />}
          </div>
          {compared && <Changed change={lane.change} nothing={lane.nothing} />}
        </div>
      ))}
      <div className={styles.foot}>
        <div ref={axis} className={styles.axis} data-part="axis">
          {size !== null && (
            <svg
              width={size.width}
              height={20 * size.em}
              viewBox={`0 0 ${width} 20`}
              fontSize={12}
              aria-hidden="true"
            >
              {fittingTicks(prepared.scale.ticks, prepared.plot, roomOfLabel).map(({ at, label }) => (
                <text
                  key={at}
                  x={
                    at === 0 ? 4 : middleOf(label, 4 + (at / prepared.scale.top) * (prepared.plot - 4), width)
                  }
                  y={14}
                  className={styles.tick}
                  textAnchor={at === 0 ? 'start' : 'middle'}
                >
                  {label}
                </text>
              ))}
            </svg>
          )}
        </div>
      </div>
    </div>
  );
}

/** In units, from one label of the axis to the next: half of "24 hours", half of a number, and air. */
const roomOfLabel = 44;

const arrows = { less: '↓', more: '↑' };

function Changed({ change, nothing }: { change: Lane['change']; nothing: PreparedLane['nothing'] }) {
  if (change === null || nothing !== null) return <div className={styles.change} />;
  return (
    <div className={styles.change} data-judged={change.judged ?? 'neither'} data-verdict={change.verdict}>
      <p className={styles.verdict}>
        {change.way !== null && <span aria-hidden="true">{arrows[change.way]} </span>}
        {change.short}
      </p>
      {change.range !== null && <p className={styles.range}>{change.range}</p>}
    </div>
  );
}
