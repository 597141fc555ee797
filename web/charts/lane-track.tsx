import { Link } from 'wouter';
import type { MeasureId } from '../../server/contract/index.ts';
import styles from './lanes-chart.module.css';
import type { LaneMark, PreparedLane, PreparedLanes } from './prepare-lanes.ts';
import type { Size } from './use-size.ts';

type LaneTrackProps = {
  lane: PreparedLane;
  prepared: PreparedLanes;
  size: Size;
  itemsOf: (measure: MeasureId, part: { from: string; to: string }) => string;
};

/** Heights in units; a mark is as high as a target has to be. */
const MARK = 26;
const AIR = 9;

/** One lane: for each part its middle half as a pale bar and its value as a line across it, which open what is behind them. */
export function LaneTrack({ lane, prepared, size, itemsOf }: LaneTrackProps) {
  const width = size.width / size.em;
  const height = Math.max(1, lane.nothing === null ? lane.marks.length : 1) * MARK + 2 * AIR;
  const { scale, plot } = prepared;
  return (
    <svg width={size.width} height={height * size.em} viewBox={`0 0 ${width} ${height}`} fontSize={12}>
      <title>{lane.name}</title>
      {scale.ticks.map(({ at }) => {
        const x = 4 + (at / scale.top) * (plot - 4);
        return <line key={at} x1={x} x2={x} y1={0} y2={height} className={styles.grid} />;
      })}
      {lane.nothing !== null ? (
        <text x={10} y={AIR + MARK / 2} className={styles.nothing} dominantBaseline="central">
          {lane.nothing}
        </text>
      ) : (
        lane.marks.map((mark, place) => (
          <Link
            key={mark.part}
            href={itemsOf(lane.measure, mark)}
            className={styles.mark}
            aria-label={`${lane.name}: ${mark.label}. Opens the list`}
            data-part={mark.part}
          >
            <MarkShape mark={mark} y={AIR + place * MARK + MARK / 2} width={width} />
          </Link>
        ))
      )}
    </svg>
  );
}

function MarkShape({ mark, y, width }: { mark: LaneMark; y: number; width: number }) {
  const { at, band, label, labelAt } = mark;
  return (
    <>
      <rect x={0} y={y - MARK / 2} width={width} height={MARK} className={styles.hit} />
      {band !== null && (
        <rect
          x={band.from}
          y={y - 7}
          width={Math.max(1, band.to - band.from)}
          height={14}
          rx={2}
          className={styles.band}
        />
      )}
      {band?.cut && <path d={`M${band.to + 2} ${y - 5}l5 5l-5 5`} className={styles.beyond} />}
      {at !== null && <line x1={at} x2={at} y1={y - 10} y2={y + 10} className={styles.value} />}
      <text
        x={at === null ? 10 : labelAt}
        y={y}
        className={at === null ? styles.nothing : styles.label}
        dominantBaseline="central"
      >
        {label}
      </text>
    </>
  );
}
