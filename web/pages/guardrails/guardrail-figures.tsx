import { Suspense } from 'react';
import type { Choices, Guardrail, GuardrailsAnswer, Status, View } from '../../../server/contract/index.ts';
import { useGuardrails } from '../../api/guardrails.ts';
import { guardrailTable } from '../../charts/guardrail-table.ts';
import { itemsHref } from '../../filters/items-address.ts';
import { describeQuestion } from '../../filters/labels.ts';
import type { Show } from '../../filters/question.ts';
import { Button } from '../../ui/button.tsx';
import { Figure } from '../../ui/figure.tsx';
import { FigureSkeleton } from '../../ui/figure-skeleton.tsx';
import { InPlace } from '../../ui/in-place.tsx';
import { InTurn } from '../../ui/in-turn.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { CostsFigure } from './costs-figure.tsx';
import { guardrailNote } from './guardrail-note.ts';
import styles from './guardrails-page.module.css';
import { LazyGuardrail, LazyNotKnown } from './lazy-charts.tsx';
import { partedByKnown } from './parted-by-known.ts';

/** What all figures of the page share. */
export type Shown = {
  view: View;
  show: Show;
  repositories: Status['repositories'];
  teams: Choices['teams'];
  dataLine: string;
  /** Whether it is known that the question may be asked. */
  settled: boolean;
  clear: () => void;
};

/** All guardrails from one answer: first what changed in each, then each by itself. */
export function GuardrailFigures({ shown }: { shown: Shown }) {
  const answer = useGuardrails(shown.view, shown.settled);
  const { data: told } = answer;
  usePageTitle('Guardrails', told?.data.finding ?? null);
  if (told === undefined) {
    if (answer.error === null) return <FigureSkeleton size="whole" />;
    return (
      <InPlace title="The guardrails could not be shown.">
        <p>{answer.error.message}</p>
        <Button press={() => void answer.refetch()}>Try again</Button>
      </InPlace>
    );
  }
  const waiting = answer.isPlaceholderData;
  const { drawn, notKnown } = partedByKnown(told.data.guardrails);
  return (
    <div className={styles.page} data-section="guardrails">
      <CostsFigure told={told} waiting={waiting} shown={shown} />
      <div className={styles.three}>
        {drawn.map((guardrail) => (
          <GuardrailFigure
            key={guardrail.definition.id}
            guardrail={guardrail}
            told={told}
            waiting={waiting}
            shown={shown}
          />
        ))}
      </div>
      {notKnown.length > 0 && (
        <InTurn>
          <Suspense fallback={null}>
            <LazyNotKnown guardrails={notKnown} />
          </Suspense>
        </InTurn>
      )}
    </div>
  );
}

type FigureProps = { guardrail: Guardrail; told: GuardrailsAnswer; waiting: boolean; shown: Shown };

function GuardrailFigure({ guardrail, told, waiting, shown }: FigureProps) {
  const { definition, finding, howToRead, description, n, coverage, marked } = guardrail;
  const [basis, detail] = partedCoverage(coverage, marked);
  const { repositories, teams, dataLine, show, view } = shown;
  return (
    <Figure
      name={`guardrail-${definition.id}`}
      label={definition.name}
      finding={finding}
      howToRead={howToRead}
      describe={description}
      {...guardrailTable({ ...guardrail, axis: told.data.axis })}
      definition={guardrailNote(definition)}
      n={n}
      coverage={basis}
      detail={detail}
      csvName={`${definition.id}.csv`}
      csvAddress={null}
      itemsHref={itemsHref({ ...view, by: 'merge' }, { measure: definition.id })}
      asked={describeQuestion(told.asked, repositories, teams, false)}
      cautions={[]}
      dataLine={dataLine}
      demo={told.demo}
      show={show}
      waiting={waiting}
      size="small"
    >
      {guardrail.points.some(({ value }) => value !== null) ? (
        <InTurn>
          <Suspense fallback={null}>
            <LazyGuardrail guardrail={guardrail} />
          </Suspense>
        </InTurn>
      ) : (
        <NothingDrawn guardrail={guardrail} shown={shown} />
      )}
    </Figure>
  );
}

/** More than four lines of a small figure are read by nobody: its first sentence stays, the others are details. */
const SHORT = 180;

function partedCoverage(coverage: string, marked: string | null): [string, readonly string[]] {
  const beside = marked === null ? [] : [`As a description: ${marked}`];
  if (coverage.length <= SHORT) return [coverage, beside];
  const [basis = '', ...rest] = coverage.split(/(?<=\.) (?=\p{Lu})/u);
  return [basis, [...rest, ...beside]];
}

/** Why there is no drawing; the title, and the line below it, say what would help. */
function NothingDrawn({
  guardrail: { unknowable, change, n },
  shown,
}: {
  guardrail: Guardrail;
  shown: Shown;
}) {
  const filtered = Object.keys(shown.view).length > 0;
  const known = unknowable === null && change?.standing !== 'not-known';
  return (
    <InPlace title={known ? 'Too few to show.' : 'Not known here.'}>
      <p>
        {change?.reason ??
          (n === 0 ? 'Nothing to measure, which is not zero.' : 'No point has enough of them.')}
      </p>
      {filtered && <Button press={shown.clear}>Clear the filters</Button>}
    </InPlace>
  );
}
