import type { XAxisTickContentProps, YAxisTickContentProps } from 'recharts';
import { drawn } from './drawn.ts';
import { middleOf, type Scale, type Tick } from './ticks.ts';

/** Draws the labels under the weeks of a chart `width` pixels wide, `em` times the usual size; none reaches beyond its edges. */
export function weekLabels(ticks: readonly Tick<string>[], width: number, em: number) {
  const labels = new Map(ticks.map((tick) => [tick.at, tick.label]));
  return ({ x, y, payload }: XAxisTickContentProps) => {
    const label = labels.get(String(payload.value)) ?? '';
    return (
      <text
        x={middleOf(label, Number(x), width, em)}
        y={Number(y) + 16 * em}
        className={drawn('tick')}
        textAnchor="middle"
      >
        {label}
      </text>
    );
  };
}

/** Draws the labels left of the plot. The top one names the unit and may be long: it lies on its line, from the chart's edge. */
export function scaleLabels({ top, ticks }: Scale) {
  const labels = new Map(ticks.map((tick) => [tick.at, tick.label]));
  return ({ x, y, payload }: YAxisTickContentProps) => {
    const onLine = payload.value === top;
    return (
      <text
        x={onLine ? 0 : x}
        y={y}
        dy={onLine ? '-0.5em' : '0.35em'}
        className={drawn('tick')}
        textAnchor={onLine ? 'start' : 'end'}
      >
        {labels.get(Number(payload.value))}
      </text>
    );
  };
}
