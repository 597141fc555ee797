import type { ReactNode } from 'react';
import { Suspense } from 'react';
import type { About, Definition as Measure, ResolvedView } from '../../../server/contract/index.ts';
import type { LinkedTable } from '../../charts/linked-table.ts';
import { describeNow, describeQuestion } from '../../filters/labels.ts';
import type { Definition } from '../../ui/definition-note.tsx';
import { Figure } from '../../ui/figure.tsx';
import type { FigureNote } from '../../ui/figure-note.ts';
import { FigureSkeleton } from '../../ui/figure-skeleton.tsx';
import { Guard } from '../../ui/guard.tsx';
import { InTurn } from '../../ui/in-turn.tsx';
import { LostChart } from './lost-chart.tsx';
import { NotShown } from './not-shown.tsx';
import type { Shown } from './shown.ts';

type Words = {
  finding: string;
  howToRead: string;
  description: string;
  coverage: string;
  n: number;
};

type Answer = {
  asked: ResolvedView;
  demo: boolean;
  warnings: readonly { code: string; message: string }[];
  data: Words;
};

type WholeFigureProps = {
  /** Names the figure in the page and its files: "lanes". */
  name: string;
  label: string;
  /** What has come of asking. */
  answer: {
    data: Answer | undefined;
    error: Error | null;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  table: LinkedTable;
  definition: Definition;
  itemsHref?: string;
  /** What is so where the data end, whatever the window. */
  isNow?: boolean;
  controls?: ReactNode;
  /** Of the time axis, where there is one. */
  notes?: readonly FigureNote[];
  /** What the server does not know to be drawn, as a sentence of how to read it. */
  alsoDrawn?: string | undefined;
  shown: Shown;
  /** Kept free until the drawing comes, so that nothing below it moves. */
  height: string;
  children: ReactNode;
};

/** A figure as wide as the page: waited for, failed, or shown with everything that a figure owes. */
export function WholeFigure({
  answer,
  label,
  shown,
  table,
  isNow,
  height,
  alsoDrawn,
  children,
  ...figure
}: WholeFigureProps) {
  const { data: told } = answer;
  if (told === undefined) {
    if (answer.error === null) return <FigureSkeleton size="whole" />;
    return <NotShown label={label} error={answer.error} retry={answer.refetch} />;
  }
  const { repositories, teams, dataLine, show } = shown;
  const { data, asked, warnings } = told;
  return (
    <Figure
      {...figure}
      {...table}
      label={label}
      finding={data.finding}
      howToRead={alsoDrawn === undefined ? data.howToRead : `${data.howToRead} ${alsoDrawn}`}
      describe={data.description}
      n={data.n}
      coverage={data.coverage}
      csvName={`${figure.name}.csv`}
      csvAddress={null}
      asked={
        isNow === true
          ? describeNow(asked, repositories, teams)
          : describeQuestion(asked, repositories, teams, false)
      }
      cautions={warnings
        .filter(({ code }) => !/^(?:repository|project)-/.test(code))
        .map(({ message }) => message)}
      dataLine={dataLine}
      demo={told.demo}
      show={show}
      waiting={answer.isPlaceholderData}
      size="whole"
    >
      <Guard fallback={<LostChart />}>
        <div style={{ minBlockSize: height }}>
          <InTurn>
            <Suspense fallback={null}>{children}</Suspense>
          </InTurn>
        </div>
      </Guard>
    </Figure>
  );
}

/** Before there is an answer. */
export const noTable: LinkedTable = { columns: [], rows: [], links: [] };

/** What is drawn where it is no single measure; `id` is the entry of the page of definitions that is nearest to it. */
export function aboutNote(about: About | undefined, id: Measure['id']): Definition {
  const nothing = { name: '', formula: '', unit: '', minimum: '', emptyMeans: '', limits: [] };
  return { id, ...(about ?? nothing), leftOut: [] };
}
