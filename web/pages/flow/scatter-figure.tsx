import type { MeasureId } from '../../../server/contract/index.ts';
import { useScatter } from '../../api/flow.ts';
import { useDrawnNotes } from '../../api/notes.ts';
import { ScatterChart } from '../../charts/scatter-chart.tsx';
import { scatterTable } from '../../charts/scatter-table.ts';
import { itemsHref } from '../../filters/items-address.ts';
import { Button } from '../../ui/button.tsx';
import { datedNotes } from '../../ui/dated-notes.ts';
import { InPlace } from '../../ui/in-place.tsx';
import { measureNote } from './definition-note.ts';
import styles from './flow-below.module.css';
import type { Shown } from './shown.ts';
import { noTable, WholeFigure } from './whole-figure.tsx';

type ScatterFigureProps = { measure: MeasureId; label: string; shown: Shown };

/** Merged pull requests one by one: what a median does not show. */
export function ScatterFigure({ measure, label, shown }: ScatterFigureProps) {
  const { view, settled, repositories, clear } = shown;
  const answer = useScatter(measure, view, settled);
  const notes = useDrawnNotes(view);
  const scatter = answer.data?.data;
  const asked = answer.data?.asked;
  const nameOf = (id: string) => repositories.find((repository) => repository.id === id)?.name ?? id;
  const itemOf = (id: string) => itemsHref(view, { id });
  return (
    <WholeFigure
      name="scatter"
      label={label}
      answer={answer}
      table={
        scatter === undefined || asked === undefined
          ? noTable
          : scatterTable(scatter, asked.by, nameOf, itemOf)
      }
      definition={measureNote(scatter?.definition, measure)}
      itemsHref={itemsHref(view, { measure })}
      notes={datedNotes(notes)}
      shown={shown}
      height="15rem"
    >
      {scatter !== undefined && asked !== undefined && scatter.marks.day.length > 0 ? (
        <div className={styles.scatter}>
          <ScatterChart scatter={scatter} asked={asked} nameOf={nameOf} itemOf={itemOf} notes={notes} />
        </div>
      ) : (
        <InPlace title="No data.">
          <p>No pull request of this window has both ends of it known. That is not zero hours.</p>
          {Object.keys(view).length > 0 && <Button press={clear}>Clear the filters</Button>}
        </InPlace>
      )}
    </WholeFigure>
  );
}
