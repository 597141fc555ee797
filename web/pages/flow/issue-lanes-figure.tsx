import { lazy } from 'react';
import type { LanesAnswer } from '../../../server/contract/index.ts';
import { lanesTable } from '../../charts/lanes-table.ts';
import { type ItemsBehind, itemsHref } from '../../filters/items-address.ts';
import { Button } from '../../ui/button.tsx';
import { InPlace } from '../../ui/in-place.tsx';
import { partView } from './part-view.ts';
import type { Shown } from './shown.ts';
import { aboutNote, noTable, WholeFigure } from './whole-figure.tsx';

const Chart = lazy(async () => ({ default: (await import('../../charts/lanes-chart.tsx')).LanesChart }));

type IssueLanesFigureProps = {
  name: string;
  label: string;
  /** What a row of its table is: "Status". */
  lane: string;
  answer: {
    data: LanesAnswer | undefined;
    error: Error | null;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  /** Only issues that a pull request names. */
  linked: boolean;
  shown: Shown;
};

/** The way of finished issues as lanes; their list has the issues of the weeks, not of the lane. */
export function IssueLanesFigure({ lane, answer, linked, shown, ...figure }: IssueLanesFigureProps) {
  const { view, clear } = shown;
  const lanes = answer.data?.data;
  const behind: ItemsBehind = linked
    ? { measure: 'issues-finished', linked: 'yes' }
    : { measure: 'issues-finished' };
  const itemsOf = (_: unknown, part: { from: string; to: string }) => itemsHref(partView(view, part), behind);
  const known = lanes?.lanes.some(({ parts }) => parts.some(({ value }) => value !== null));
  return (
    <WholeFigure
      {...figure}
      answer={answer}
      table={lanes === undefined ? noTable : lanesTable(lanes, itemsOf, { lane, items: 'Issues' })}
      definition={aboutNote(lanes?.about, 'issue-cycle-time')}
      itemsHref={itemsHref(view, behind)}
      shown={shown}
      height="12rem"
    >
      {lanes !== undefined && known ? (
        <Chart lanes={lanes} itemsOf={itemsOf} />
      ) : (
        <InPlace title="Nothing to show.">
          <p>A lane is shown from five finished issues on.</p>
          {Object.keys(view).length > 0 && <Button press={clear}>Clear the filters</Button>}
        </InPlace>
      )}
    </WholeFigure>
  );
}
