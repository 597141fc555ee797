import type { DeliveryAnswer, DeliveryMeasure } from '../../../server/contract/index.ts';
import { useDelivery } from '../../api/flow.ts';
import { useDrawnNotes } from '../../api/notes.ts';
import { DeliveryChart } from '../../charts/delivery-chart.tsx';
import { deliveryTable } from '../../charts/delivery-table.ts';
import { describeQuestion } from '../../filters/labels.ts';
import { Button } from '../../ui/button.tsx';
import { datedNotes } from '../../ui/dated-notes.ts';
import { Figure } from '../../ui/figure.tsx';
import { FigureSkeleton } from '../../ui/figure-skeleton.tsx';
import { Fold } from '../../ui/fold.tsx';
import { Guard } from '../../ui/guard.tsx';
import { InPlace } from '../../ui/in-place.tsx';
import { InTurn } from '../../ui/in-turn.tsx';
import { deliveryNote } from './delivery-note.ts';
import styles from './delivery-section.module.css';
import { LostChart } from './lost-chart.tsx';
import { NotShown } from './not-shown.tsx';
import type { Shown } from './shown.ts';

/** How often is something deployed, how much of it fails, and how soon is that mended? */
export function DeliverySection({ shown }: { shown: Shown }) {
  const answer = useDelivery(shown.view, shown.settled);
  const said = answer.data?.data.measures
    .filter(({ unknowable }) => unknowable === null)
    .map(({ finding }) => finding)
    .slice(0, 2);
  return (
    <Fold id="delivery" title="Delivery" says={said === undefined ? null : said.join('. ')} rests>
      <div className={styles.section} data-section="delivery">
        <Told answer={answer} shown={shown} />
      </div>
    </Fold>
  );
}

type ToldProps = { answer: ReturnType<typeof useDelivery>; shown: Shown };

function Told({ answer, shown }: ToldProps) {
  const { data: told } = answer;
  if (told === undefined) {
    if (answer.error !== null)
      return <NotShown label="Delivery" error={answer.error} retry={answer.refetch} />;
    return (
      <div className={styles.pair}>
        <FigureSkeleton />
        <FigureSkeleton />
      </div>
    );
  }
  return (
    <>
      <div className={styles.means} data-part="means">
        {told.data.means.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>The fifth measure of delivery, lead time for changes, is drawn above.</p>
      </div>
      <div className={styles.pair}>
        {told.data.measures.map((measure) => (
          <DeliveryFigure
            key={measure.definition.id}
            measure={measure}
            told={told}
            waiting={answer.isPlaceholderData}
            shown={shown}
          />
        ))}
      </div>
    </>
  );
}

type FigureProps = { measure: DeliveryMeasure; told: DeliveryAnswer; waiting: boolean; shown: Shown };

function DeliveryFigure({ measure, told, waiting, shown }: FigureProps) {
  const { definition, finding, howToRead, description, n, coverage } = measure;
  const { repositories, teams, dataLine, show } = shown;
  const timeNotes = useDrawnNotes(shown.view);
  return (
    <Figure
      name={definition.id}
      label={definition.name}
      finding={finding}
      howToRead={howToRead}
      describe={description}
      {...deliveryTable(measure)}
      definition={deliveryNote(definition)}
      n={n}
      coverage={coverage}
      csvName={`${definition.id}.csv`}
      csvAddress={null}
      asked={describeQuestion(told.asked, repositories, teams, false)}
      cautions={told.warnings
        .filter(({ code }) => !code.startsWith('repository-'))
        .map(({ message }) => message)}
      notes={datedNotes(timeNotes)}
      dataLine={dataLine}
      demo={told.demo}
      show={show}
      waiting={waiting}
      size="usual"
    >
      {measure.points.some(({ value }) => value !== null) ||
      measure.parts.some(({ value }) => value !== null) ? (
        <Guard fallback={<LostChart />}>
          <InTurn>
            <DeliveryChart measure={measure} notes={timeNotes} />
          </InTurn>
        </Guard>
      ) : (
        <NothingDrawn measure={measure} shown={shown} />
      )}
    </Figure>
  );
}

function NothingDrawn({
  measure: { unknowable, finding, coverage },
  shown,
}: {
  measure: DeliveryMeasure;
  shown: Shown;
}) {
  const filtered = Object.keys(shown.view).length > 0;
  return (
    <InPlace title={unknowable === null ? 'Too few to show.' : `${finding}.`}>
      {unknowable === null && <p>{coverage}. Choose a longer window, or fewer filters.</p>}
      {filtered && unknowable !== 'not-set-up' && unknowable !== 'no-failures' && (
        <Button press={shown.clear}>Clear the filters</Button>
      )}
    </InPlace>
  );
}
