import { lazy } from 'react';
import type { MeasureId } from '../../../server/contract/index.ts';
import { useLanes } from '../../api/flow.ts';
import { lanesTable } from '../../charts/lanes-table.ts';
import { itemsHref } from '../../filters/items-address.ts';
import { Button } from '../../ui/button.tsx';
import { InPlace } from '../../ui/in-place.tsx';
import { partView } from './part-view.ts';
import type { Shown } from './shown.ts';
import { SinceControl } from './since-control.tsx';
import { aboutNote, noTable, WholeFigure } from './whole-figure.tsx';

const Chart = lazy(async () => ({ default: (await import('../../charts/lanes-chart.tsx')).LanesChart }));

/** Where a change waits: the phases side by side, before and after a day that the reader chooses. */
export function LanesFigure({ shown }: { shown: Shown }) {
  const { view, settled, narrow, clear } = shown;
  const answer = useLanes(view, settled);
  const lanes = answer.data?.data;
  const itemsOf = (measure: MeasureId, part: { from: string; to: string }) =>
    itemsHref(partView(view, part), { measure });
  const known = lanes?.lanes.some(({ parts }) => parts.some(({ value }) => value !== null));
  return (
    <WholeFigure
      name="lanes"
      label="Where a change waits"
      answer={answer}
      table={lanes === undefined ? noTable : lanesTable(lanes, itemsOf)}
      definition={aboutNote(lanes?.about, 'pickup-time')}
      itemsHref={itemsHref(view, { state: 'merged' })}
      controls={<SinceControl view={view} narrow={narrow} />}
      shown={shown}
      height="15rem"
    >
      {lanes !== undefined && known ? (
        <Chart lanes={lanes} itemsOf={itemsOf} />
      ) : (
        <InPlace title="Too few to show.">
          <p>A phase is shown from five pull requests on that went through it.</p>
          {Object.keys(view).length > 0 && <Button press={clear}>Clear the filters</Button>}
        </InPlace>
      )}
    </WholeFigure>
  );
}
