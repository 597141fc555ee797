import { lazy, Suspense } from 'react';
import type { AdoptionName } from '../../../server/contract/index.ts';
import { useAdoptionFigure } from '../../api/adoption.ts';
import { adoptionTable } from '../../charts/adoption-table.ts';
import { itemsHref } from '../../filters/items-address.ts';
import { describeQuestion } from '../../filters/labels.ts';
import { Button } from '../../ui/button.tsx';
import { Figure } from '../../ui/figure.tsx';
import { FigureSkeleton } from '../../ui/figure-skeleton.tsx';
import { InPlace } from '../../ui/in-place.tsx';
import { InTurn } from '../../ui/in-turn.tsx';
import type { Shown } from './adoption-figures.tsx';

/** The drawing comes after the first numbers. */
const AdoptionChart = lazy(async () => ({
  default: (await import('../../charts/adoption-chart.tsx')).AdoptionChart,
}));

const NotKnown = lazy(async () => ({ default: (await import('../../ui/not-known.tsx')).NotKnown }));

type AdoptionFigureProps = { figure: AdoptionName; label: string; shown: Shown };

/** One figure: waited for, failed, or shown with everything that a figure owes. */
export function AdoptionFigureShown({ figure, label, shown }: AdoptionFigureProps) {
  const { view, settled, repositories, teams, dataLine, show } = shown;
  const answer = useAdoptionFigure(figure, view, settled);
  const { data: told, error } = answer;
  if (told === undefined) {
    if (error === null) return <FigureSkeleton size="whole" />;
    return (
      <InPlace title={`${label} could not be shown.`}>
        <p>{error.message}</p>
        <Button press={() => void answer.refetch()}>Try again</Button>
      </InPlace>
    );
  }
  const { data, asked, warnings, demo } = told;
  const isDrawn = data.bars.length + data.lines.length > 0;
  if (!isDrawn && Object.keys(view).length === 0) {
    return (
      <Suspense fallback={null}>
        <NotKnown figures={[{ name: label, why: data.finding, todo: data.howToRead }]} />
      </Suspense>
    );
  }
  return (
    <Figure
      name={`adoption-${figure}`}
      label={label}
      finding={data.finding}
      howToRead={data.howToRead}
      describe={data.description}
      {...adoptionTable(data)}
      definition={{ id: 'ai-marked-share', ...data.about, leftOut: [] }}
      n={data.n}
      coverage={data.coverage}
      csvName={`adoption-${figure}.csv`}
      csvAddress={null}
      itemsHref={
        repositories.length === 0
          ? itemsHref(view, { measure: 'issues-finished' })
          : itemsHref({ ...view, by: 'merge', ai: ['marked'] }, { measure: 'merged-pull-requests' })
      }
      asked={describeQuestion(asked, repositories, teams, false)}
      cautions={[
        ...data.cautions,
        ...warnings.filter(({ code }) => !code.startsWith('repository-')).map(({ message }) => message),
      ]}
      dataLine={dataLine}
      demo={demo}
      show={show}
      waiting={answer.isPlaceholderData}
      size="whole"
    >
      {isDrawn ? (
        <InTurn>
          <Suspense fallback={null}>
            <AdoptionChart figure={data} />
          </Suspense>
        </InTurn>
      ) : (
        <InPlace title="Nothing to draw.">
          {Object.keys(view).length > 0 && <Button press={shown.clear}>Clear the filters</Button>}
        </InPlace>
      )}
    </Figure>
  );
}
