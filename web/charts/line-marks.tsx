import { Area, type DotItemDotProps, Line, ReferenceLine } from 'recharts';
import { drawn } from './drawn.ts';
import type { PreparedSeries } from './prepare-series.ts';

/** The line of full weeks over its band; weeks that may still change are dashed to open dots over a paler one. Gaps stay open. */
export function LineMarks({ prepared }: { prepared: PreparedSeries }) {
  const { weeks, last, dots, dense } = prepared;
  const dot = ({ cx, cy, index }: DotItemDotProps) => {
    const week = weeks[index];
    if (week === undefined || week.full === null) return null;
    const isLast = week.week === last;
    if (!isLast && !week.alone && !dots) return null;
    const radius = isLast ? 4 : week.alone ? 3.5 : 2.5;
    return <circle key={week.week} cx={cx} cy={cy} r={radius} className={drawn('dot')} />;
  };
  const openDot = ({ cx, cy, index }: DotItemDotProps) => {
    const week = weeks[index];
    return week?.mayChange && week.changing !== null ? (
      <circle key={week.week} cx={cx} cy={cy} r={week.week === last ? 4 : 3} className={drawn('openDot')} />
    ) : null;
  };
  return (
    <>
      <Area
        dataKey="band"
        type="linear"
        className={drawn(dense ? 'plainBand' : 'band')}
        isAnimationActive={false}
        activeDot={false}
      />
      <Area
        dataKey="changingBand"
        type="linear"
        className={drawn('changingBand')}
        isAnimationActive={false}
        activeDot={false}
      />
      {weeks.map(({ week, alone, band }) =>
        alone && band !== null ? (
          <ReferenceLine
            key={week}
            segment={[
              { x: week, y: band[0] },
              { x: week, y: band[1] },
            ]}
            ifOverflow="hidden"
            className={drawn('lonelyBand')}
          />
        ) : null,
      )}
      <Line
        dataKey="changing"
        type="linear"
        className={drawn('changingLine')}
        dot={openDot}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="full"
        type="linear"
        className={drawn(dense ? 'fineLine' : 'line')}
        dot={dot}
        activeDot={{ r: 5, className: drawn('activeDot') }}
        isAnimationActive={false}
      />
    </>
  );
}
