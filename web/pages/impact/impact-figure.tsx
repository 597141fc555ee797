import { type ReactNode, Suspense } from 'react';
import type {
  About,
  Choices,
  ImpactAnswer,
  Definition as Measure,
  Status,
  View,
} from '../../../server/contract/index.ts';
import { describeQuestion } from '../../filters/labels.ts';
import type { Show } from '../../filters/question.ts';
import { Figure } from '../../ui/figure.tsx';
import type { FigureNote } from '../../ui/figure-note.ts';
import { Guard } from '../../ui/guard.tsx';
import { InTurn } from '../../ui/in-turn.tsx';
import { LostChart } from './lost-chart.tsx';

/** What all figures of the page share. */
export type Shown = {
  view: View;
  show: Show;
  repositories: Status['repositories'];
  teams: Choices['teams'];
  dataLine: string;
};

type Words = {
  readonly finding: string;
  readonly howToRead: string;
  readonly description: string;
  readonly coverage: string;
  readonly n: number;
  readonly about: About;
};

type ImpactFigureProps = {
  name: string;
  label: string;
  words: Words;
  table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  told: ImpactAnswer;
  shown: Shown;
  waiting: boolean;
  /** The entry of the page of definitions that is nearest to it. */
  measure?: Measure['id'];
  notes?: readonly FigureNote[];
  /** Kept free until the drawing comes, so that nothing below it moves. */
  height: string;
  children: ReactNode;
};

/** One figure of the page, as wide as it, with all that a figure owes. */
export function ImpactFigure(props: ImpactFigureProps) {
  const { name, label, words, table, told, shown, waiting, measure = 'time-to-merge', height } = props;
  const { repositories, teams, show, dataLine } = shown;
  const { rollout } = told.data;
  const asked = describeQuestion(told.asked, repositories, teams, false);
  return (
    <Figure
      name={name}
      label={label}
      finding={words.finding}
      howToRead={words.howToRead}
      describe={words.description}
      {...table}
      definition={{ id: measure, ...words.about, leftOut: [] }}
      n={words.n}
      coverage={words.coverage}
      cautions={[]}
      notes={props.notes ?? []}
      csvName={`${name}.csv`}
      csvAddress={null}
      asked={rollout === null ? asked : `${asked} · Rollout ${rollout.name}`}
      dataLine={dataLine}
      demo={told.demo}
      show={show}
      waiting={waiting}
      size="whole"
    >
      <Guard fallback={<LostChart />}>
        <div style={{ minBlockSize: height }}>
          <InTurn>
            <Suspense fallback={null}>{props.children}</Suspense>
          </InTurn>
        </div>
      </Guard>
    </Figure>
  );
}
