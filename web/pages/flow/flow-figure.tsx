import { Suspense } from 'react';
import type { Choices, MeasureId, SeriesAnswer, Status, View } from '../../../server/contract/index.ts';
import { seriesCsvAddress } from '../../api/address.ts';
import { useSeries } from '../../api/series.ts';
import { counts } from '../../charts/reading.ts';
import { seriesTable } from '../../charts/series-table.ts';
import { describeQuestion } from '../../filters/labels.ts';
import type { Show } from '../../filters/question.ts';
import { Button } from '../../ui/button.tsx';
import { Figure, type FigureSize } from '../../ui/figure.tsx';
import { FigureSkeleton } from '../../ui/figure-skeleton.tsx';
import { Guard } from '../../ui/guard.tsx';
import { InPlace } from '../../ui/in-place.tsx';
import { InTurn } from '../../ui/in-turn.tsx';
import { definitionNote } from './definition-note.ts';
import { LazyChart } from './lazy-chart.tsx';
import { NoValue } from './no-value.tsx';

type FlowFigureProps = {
  measure: MeasureId;
  view: View;
  show: Show;
  repositories: Status['repositories'];
  teams: Choices['teams'];
  /** Whether it is known that the question may be asked. */
  settled: boolean;
  dataLine: string;
  clear: () => void;
  size?: FigureSize;
};

/** What all figures of the page share. */
export type Shown = Omit<FlowFigureProps, 'measure' | 'size'>;

/** For when the server has not told its own name of it. */
const names: Record<MeasureId, string> = {
  'cycle-time': 'Cycle time',
  'time-to-merge': 'Time to merge',
  'coding-time': 'Coding time',
  'pickup-time': 'Pickup time',
  'review-time': 'Review time',
  'merge-time': 'Merge time',
  'deploy-time': 'Deploy time',
  'lead-time-for-changes': 'Lead time for changes',
  'merged-pull-requests': 'Merged pull requests',
  'batch-size': 'Batch size',
};

/** One measure by week: asked, waited for, and shown with everything that a figure owes. */
export function FlowFigure({ measure, size = 'usual', ...shown }: FlowFigureProps) {
  const series = useSeries(measure, shown.view, shown.settled);
  if (series.data !== undefined) {
    return <Answered answer={series.data} waiting={series.isPlaceholderData} size={size} {...shown} />;
  }
  if (series.error === null) return <FigureSkeleton size={size} />;
  return (
    <InPlace title={`${names[measure]} could not be loaded.`}>
      <p>{series.error.message}</p>
      <Button press={() => void series.refetch()}>Try again</Button>
    </InPlace>
  );
}

type AnsweredProps = Shown & {
  answer: SeriesAnswer;
  waiting: boolean;
  size: FigureSize;
};

function Answered({ answer, waiting, size, ...shown }: AnsweredProps) {
  const { view, show, repositories, teams, dataLine, clear } = shown;
  const { asked, data: series } = answer;
  const { id } = series.definition;
  const drawable = series.points.some((point) => point.state === 'value');
  return (
    <Figure
      name={id}
      label={series.definition.name}
      finding={series.finding}
      howToRead={series.howToRead}
      describe={series.description}
      {...seriesTable(series, asked.stat)}
      definition={definitionNote(series)}
      n={series.n}
      coverage={series.coverage}
      csvName={`${id}.csv`}
      csvAddress={seriesCsvAddress(id, view)}
      asked={describeQuestion(asked, repositories, teams, counts(series.definition))}
      notes={notesOf(answer, size)}
      dataLine={dataLine}
      demo={answer.demo}
      show={show}
      waiting={waiting}
      size={size}
    >
      {drawable ? (
        <Guard fallback={<LostChart />}>
          <InTurn>
            <Suspense fallback={null}>
              <LazyChart series={series} stat={asked.stat} />
            </Suspense>
          </InTurn>
        </Guard>
      ) : (
        <NoValue series={series} stat={asked.stat} clear={Object.keys(view).length > 0 ? clear : null} />
      )}
    </Figure>
  );
}

/** What holds for whole repositories is said once, at the page's end; what holds for all figures of a row, beside them. */
function notesOf({ warnings }: SeriesAnswer, size: FigureSize): string[] {
  const elsewhere = size === 'small' ? /^(?:repository|open-work)-/ : /^repository-/;
  return warnings.filter(({ code }) => !elsewhere.test(code)).map(({ message }) => message);
}

function LostChart() {
  return (
    <InPlace title="The chart could not be drawn.">
      <p>Its numbers are in the table below. Loading the page again may help.</p>
      <Button press={() => location.reload()}>Load again</Button>
    </InPlace>
  );
}
