import type { OpenAge, Waiting } from '../../../server/contract/index.ts';
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
  const ofAge = (age: OpenAge) => itemsHref(view, { age });
  const untold = ageing?.unknowable === 'group-too-small';
  const ofBar = (waiting: Waiting, age: OpenAge) => itemsHref(view, { waiting, age });
  return (
    <WholeFigure
      name="ageing"
      label="Open work now"
      answer={answer}
      table={ageing === undefined ? noTable : ageingTable(ageing, ofAge, itemOf)}
      definition={aboutNote(ageing?.about, 'age-of-open-work')}
      {...(untold ? {} : { itemsHref: itemsHref(view, { state: 'open' }) })}
      shown={shown}
      isNow
      height="15rem"
    >
      {ageing !== undefined && ageing.n > 0 ? (
        <AgeingChart ageing={ageing} barHref={ofBar} itemOf={itemOf} />
      ) : (
        <NothingOpen untold={untold} />
      )}
    </WholeFigure>
  );
}

/** A true zero, or too few people to tell it. */
function NothingOpen({ untold }: { untold: boolean }) {
  if (untold) return <InPlace title="Too few people.">{null}</InPlace>;
  return (
    <InPlace title="Nothing is open.">
      <p>Where the data end, every pull request here is merged or closed. That is a true zero.</p>
    </InPlace>
  );
}
