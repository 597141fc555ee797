import { useAgeing } from '../../api/flow.ts';
import { AgeingChart } from '../../charts/ageing-chart.tsx';
import { ageingTable } from '../../charts/ageing-table.ts';
import { itemsHref } from '../../filters/items-address.ts';
import { InPlace } from '../../ui/in-place.tsx';
import type { Shown } from './shown.ts';
import { aboutNote, noTable, WholeFigure } from './whole-figure.tsx';

/** What is open now: how old it is and what it waits for. */
export function AgeingFigure({ shown }: { shown: Shown }) {
  const { view, settled } = shown;
  const answer = useAgeing(view, settled);
  const ageing = answer.data?.data;
  const itemOf = (id: string) => itemsHref(view, { id });
  const openHref = itemsHref(view, { state: 'open' });
  return (
    <WholeFigure
      name="ageing"
      label="Open work now"
      answer={answer}
      table={ageing === undefined ? noTable : ageingTable(ageing, openHref, itemOf)}
      definition={aboutNote(ageing?.about, 'age-of-open-work')}
      itemsHref={openHref}
      shown={shown}
      height="15rem"
    >
      {ageing !== undefined && ageing.n > 0 ? (
        <AgeingChart ageing={ageing} openHref={openHref} itemOf={itemOf} />
      ) : (
        <InPlace title="Nothing is open.">
          <p>Where the data end, every pull request here is merged or closed. That is a true zero.</p>
        </InPlace>
      )}
    </WholeFigure>
  );
}
