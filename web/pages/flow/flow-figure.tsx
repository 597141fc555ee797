import { Suspense, useCallback } from 'react';
import { useLocation } from 'wouter';
import type { MeasureId, SeriesAnswer } from '../../../server/contract/index.ts';
import { seriesCsvAddress } from '../../api/address.ts';
import { useDrawnNotes } from '../../api/notes.ts';
import { useSeries } from '../../api/series.ts';
import { counts } from '../../charts/reading.ts';
import { seriesTable } from '../../charts/series-table.ts';
import { itemsHref } from '../../filters/items-address.ts';
import { describeQuestion, weeksLabel } from '../../filters/labels.ts';
import { datedNotes } from '../../ui/dated-notes.ts';
import { Figure } from '../../ui/figure.tsx';
import type { FigureSize } from '../../ui/figure-class.ts';
import { FigureSkeleton } from '../../ui/figure-skeleton.tsx';
import { Guard } from '../../ui/guard.tsx';
import { InTurn } from '../../ui/in-turn.tsx';
import { definitionNote } from './definition-note.ts';
import { LazyChart } from './lazy-chart.tsx';
import { LostChart } from './lost-chart.tsx';
import { NoValue } from './no-value.tsx';
import { NotShown } from './not-shown.tsx';
import type { Shown } from './shown.ts';

type FlowFigureProps = Shown & { measure: MeasureId; size?: FigureSize };

/** For when the server has not told its own name of it. */
const names: Partial<Record<MeasureId, string>> = {
  'cycle-time': 'Cycle time',
  'time-to-merge': 'Time to merge',
  'coding-time': 'Coding time',
  'pickup-time': 'Pickup time',
  'review-time': 'Review time',
  'merge-time': 'Merge time',
  'deploy-time': 'Deploy time',
  'lead-time-for-changes': 'Lead time for changes',
  'merged-pull-requests': 'Merged pull requests',
  'merged-per-person': 'Merged pull requests per person',
  'work-in-progress': 'Work in progress',
  'age-of-open-work': 'Age of open work',
  'batch-size': 'Batch size',
  'issues-finished-per-person': 'Issues finished per person',
  'issues-finished': 'Issues finished',
  'issue-lead-time': 'Issue lead time',
  'issue-cycle-time': 'Issue cycle time',
  'flow-efficiency': 'Flow efficiency',
  'issues-in-progress': 'Issues in progress',
  'age-of-issues-in-progress': 'Age of issues in progress',
  'ai-marked-share': 'AI-marked share',
  'ai-assisted-throughput': 'AI-assisted throughput',
  'ai-line-share': 'AI line share',
};

/** One measure by week: asked, waited for, and shown with everything that a figure owes. */
export function FlowFigure({ measure, size = 'usual', ...shown }: FlowFigureProps) {
  const series = useSeries(measure, shown.view, shown.settled);
  if (series.data !== undefined) {
    return <Answered answer={series.data} waiting={series.isPlaceholderData} size={size} {...shown} />;
  }
  if (series.error === null) return <FigureSkeleton size={size} />;
  return <NotShown label={names[measure] ?? 'The figure'} error={series.error} retry={series.refetch} />;
}

type AnsweredProps = Shown & {
  answer: SeriesAnswer;
  waiting: boolean;
  size: FigureSize;
};

function Answered({ answer, waiting, size, ...shown }: AnsweredProps) {
  const { view, show, repositories, teams, dataLine, clear } = shown;
  const { asked, data: series } = answer;
  const { definition } = series;
  const { id } = definition;
  const timeNotes = useDrawnNotes(view);
  const itemsOf = (week: string) => itemsHref(view, { measure: id, week });
  const [, navigate] = useLocation();
  const open = useCallback(
    (week: string) => navigate(itemsHref(view, { measure: id, week })),
    [navigate, view, id],
  );
  const drawable = series.points.some((point) => point.state === 'value');
  return (
    <Figure
      name={id}
      label={series.definition.name}
      finding={series.finding}
      howToRead={series.howToRead}
      describe={series.description}
      {...seriesTable(series, asked.stat)}
      links={series.points.toReversed().map(({ week, n }) => (n === 0 ? null : itemsOf(week)))}
      definition={definitionNote(series)}
      n={series.n}
      coverage={series.coverage}
      csvName={`${id}.csv`}
      csvAddress={seriesCsvAddress(id, view)}
      {...(series.unknowable === 'group-too-small' ? {} : { itemsHref: itemsHref(view, { measure: id }) })}
      asked={describeQuestion(
        asked,
        repositories,
        teams,
        counts(definition),
        weeksLabel(definition, asked.by),
      )}
      cautions={notesOf(answer, size)}
      notes={datedNotes(timeNotes)}
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
              <LazyChart series={series} stat={asked.stat} notes={timeNotes} open={open} />
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
  const elsewhere = size === 'small' ? /^(?:repository|project|open-work)-/ : /^(?:repository|project)-/;
  return warnings.filter(({ code }) => !elsewhere.test(code)).map(({ message }) => message);
}
