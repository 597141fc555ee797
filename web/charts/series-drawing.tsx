import { useMemo } from 'react';
import { CartesianGrid, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts';
import { scaleLabels, weekLabels } from './axis-labels.tsx';
import { BarMarks } from './bar-marks.tsx';
import { BeyondMark, hasOwnLine } from './beyond-mark.tsx';
import { drawn } from './drawn.ts';
import { EndLabelMarks } from './end-label-marks.tsx';
import { LineMarks } from './line-marks.tsx';
import { NoteMarks } from './note-marks.tsx';
import type { AxisNote } from './prepare-notes.ts';
import type { PreparedSeries } from './prepare-series.ts';
import { ReadingBox } from './reading-box.tsx';
import { fittingTicks } from './ticks.ts';
import type { Size } from './use-size.ts';

type SeriesDrawingProps = {
  prepared: PreparedSeries;
  notes: readonly AxisNote[];
  size: Size;
  title: string;
  desc: string;
  /** Opens what is behind a week: by a press on it, or by Enter where the arrow keys have gone to. */
  open: (week: string) => void;
};

/** Draws what was prepared, in pixels. */
export function SeriesDrawing({ prepared, notes, size, title, desc, open }: SeriesDrawingProps) {
  const { mark, weeks, scale, xTicks, ends } = prepared;
  const { em } = size;
  const top = (prepared.beyond > 0 && hasOwnLine(size.width, em) ? 38 : 20) * em;
  const readings = useMemo(() => new Map(weeks.map((week) => [week.week, week.reading])), [weeks]);
  return (
    <ComposedChart
      width={size.width}
      height={size.height}
      data={weeks}
      margin={{ top, right: prepared.right * em, bottom: 0, left: 0 }}
      title={title}
      desc={desc}
      className={drawn('chart')}
      onClick={({ activeLabel }) => {
        if (activeLabel !== undefined) open(String(activeLabel));
      }}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="week"
        ticks={xTicks.map((tick) => tick.at)}
        tick={weekLabels(xTicks, size.width, em)}
        interval={0}
        height={28 * em}
        tickSize={5}
        className={drawn('axis')}
        {...(mark === 'line' && { scale: 'point', padding: { left: 6, right: 6 } })}
      />
      <YAxis
        domain={[0, scale.top]}
        ticks={fittingTicks(scale.ticks, size.height - top - 28 * em, 15 * em).map((tick) => tick.at)}
        tick={scaleLabels(scale)}
        interval={0}
        width={prepared.yWidth * em}
        axisLine={false}
        tickLine={false}
        allowDataOverflow
      />
      <Tooltip
        filterNull={false}
        isAnimationActive={false}
        cursor={{ className: drawn(mark === 'line' ? 'cursor' : 'cursorBand') }}
        wrapperClassName={drawn('floating')}
        content={({ label, active }) => {
          const reading = readings.get(String(label));
          return active && reading !== undefined ? (
            <ReadingBox reading={reading} enter={() => open(String(label))} />
          ) : null;
        }}
      />
      {mark === 'bars' ? <BarMarks /> : <LineMarks prepared={prepared} />}
      <NoteMarks notes={notes} em={em} />
      <EndLabelMarks labels={ends} week={prepared.end} top={scale.top} em={em} />
      {prepared.beyond > 0 && <BeyondMark weeks={prepared.beyond} em={em} />}
    </ComposedChart>
  );
}
