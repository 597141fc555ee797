import { Suspense } from 'react';
import type { MeasureId, SeriesAnswer, Status, View } from '../../../server/contract/index.ts';
import { seriesCsvAddress } from '../../api/address.ts';
import { useSeries } from '../../api/series.ts';
import { counts } from '../../charts/reading.ts';
import { seriesTable } from '../../charts/series-table.ts';
import { describeQuestion } from '../../filters/labels.ts';
import type { Show } from '../../filters/question.ts';
import { Button } from '../../ui/button.tsx';
import { Figure } from '../../ui/figure.tsx';
import { FigureSkeleton } from '../../ui/figure-skeleton.tsx';
import { Guard } from '../../ui/guard.tsx';
import { InPlace } from '../../ui/in-place.tsx';
import { definitionNote } from './definition-note.ts';
import { LazyChart } from './lazy-chart.tsx';
import { NoValue } from './no-value.tsx';

type FlowFigureProps = {
  measure: MeasureId;
  view: View;
  show: Show;
  repositories: Status['repositories'];
  dataLine: string;
  clear: () => void;
  lead?: boolean;
};

/** For when the server has not told its own name of it. */
const names: Record<MeasureId, string> = {
  'cycle-time': 'Cycle time',
  'merged-pull-requests': 'Merged pull requests',
  'batch-size': 'Batch size',
};

/** One measure by week: asked, waited for, and shown with everything that a figure owes. */
export function FlowFigure({ measure, lead = false, ...shown }: FlowFigureProps) {
  const series = useSeries(measure, shown.view);
  if (series.data !== undefined) {
    return <Answered answer={series.data} waiting={series.isPlaceholderData} lead={lead} {...shown} />;
  }
  if (series.error === null) return <FigureSkeleton lead={lead} />;
  return (
    <InPlace title={`${names[measure]} could not be loaded.`}>
      <p>{series.error.message}</p>
      <Button press={() => void series.refetch()}>Try again</Button>
    </InPlace>
  );
}

type AnsweredProps = Omit<FlowFigureProps, 'measure' | 'lead'> & {
  answer: SeriesAnswer;
  waiting: boolean;
  lead: boolean;
};

function Answered({ answer, waiting, lead, view, show, repositories, dataLine, clear }: AnsweredProps) {
  const { asked, data: series } = answer;
  const { id } = series.definition;
  const drawable = series.points.some((point) => point.state === 'value');
  return (
    <Figure
      name={id}
      finding={series.finding}
      howToRead={series.howToRead}
      describe={series.description}
      {...seriesTable(series, asked.stat)}
      definition={definitionNote(series)}
      n={series.n}
      coverage={series.coverage}
      csvName={`${id}.csv`}
      csvAddress={seriesCsvAddress(id, view)}
      asked={describeQuestion(asked, repositories, counts(series.definition))}
      notes={notesOf(answer)}
      dataLine={dataLine}
      show={show}
      waiting={waiting}
      lead={lead}
    >
      {drawable ? (
        <Guard fallback={<LostChart />}>
          <Suspense fallback={null}>
            <LazyChart series={series} stat={asked.stat} />
          </Suspense>
        </Guard>
      ) : (
        <NoValue series={series} stat={asked.stat} clear={Object.keys(view).length > 0 ? clear : null} />
      )}
    </Figure>
  );
}

/** What holds for whole repositories is said once, at the page's end. */
function notesOf({ warnings }: SeriesAnswer): string[] {
  return warnings.filter(({ code }) => !code.startsWith('repository-')).map(({ message }) => message);
}

function LostChart() {
  return (
    <InPlace title="The chart could not be drawn.">
      <p>Its numbers are in the table below. Loading the page again may help.</p>
      <Button press={() => location.reload()}>Load again</Button>
    </InPlace>
  );
}
