import { lazy, Suspense } from 'react';
import type { Choices, StatusAnswer } from '../../../server/contract/index.ts';
import { useChoices } from '../../api/choices.ts';
import type { PageProps } from '../../api/status.ts';
import { noChoices } from '../../filters/answerable.ts';
import { FilterBar } from '../../filters/filter-bar.tsx';
import { useQuestion } from '../../filters/use-question.ts';
import { FigureSkeleton } from '../../ui/figure-skeleton.tsx';
import { Guard } from '../../ui/guard.tsx';
import { NoAnswer } from '../../ui/no-answer.tsx';
import { NotUnderstood } from '../../ui/not-understood.tsx';
import { NothingYet } from '../../ui/nothing-yet.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLinks } from '../../ui/page-links.tsx';
import { PageLost } from '../../ui/page-states.tsx';

/** The drawings and their words come in a script of their own, beside the first answer. */
const GuardrailFigures = lazy(async () => ({
  default: (await import('./guardrail-figures.tsx')).GuardrailFigures,
}));

/** What a gain may cost: before and after each team's own start, and how it goes. */
export function GuardrailsPage({ status, away, retry }: PageProps) {
  return (
    <Page name="Guardrails" question="Can people trust the output without checking every line?">
      <GuardrailsBody status={status} away={away} retry={retry} />
    </Page>
  );
}

function GuardrailsBody({ status, away, retry }: PageProps) {
  const { view } = useQuestion();
  const choices = useChoices(view);
  if (status === undefined) return away ? <NoAnswer retry={retry} /> : <Loading />;
  const { repositories, projects, running } = status.data;
  if (repositories.length + projects.length === 0)
    return <NothingYet running={running} what="The guardrails" />;
  if (choices.isPending) return <Loading />;
  const settled = !choices.isPlaceholderData || (view.team === undefined && view.repo === undefined);
  return <Figures status={status} choices={choices.data?.data ?? noChoices} settled={settled} />;
}

/** A share of what was merged has no percentile, belongs to the week of the merge, and takes no hours; marked work stands beside the rest. */
const withoutControls = ['marks', 'stat', 'by', 'hours'] as const;

type FiguresProps = { status: StatusAnswer; choices: Choices; settled: boolean };

function Figures({ status, choices, settled }: FiguresProps) {
  const { repositories, dataLine } = status.data;
  const question = useQuestion(repositories, choices);
  const { view, show, clear, unknown, folded } = question;
  return (
    <>
      <FilterBar
        question={question}
        ask={question.ask}
        clear={clear}
        repositories={repositories}
        choices={choices}
        without={withoutControls}
      >
        <PageLinks />
      </FilterBar>
      <NotUnderstood unknown={unknown} folded={folded} what="The figures are" forget={question.forget} />
      <Guard fallback={<PageLost />}>
        <Suspense fallback={<FigureSkeleton size="whole" />}>
          <GuardrailFigures
            shown={{ view, show, repositories, teams: choices.teams, dataLine, settled, clear }}
          />
        </Suspense>
      </Guard>
    </>
  );
}

function Loading() {
  return (
    <div aria-busy="true">
      <p className="heard" role="status">
        Loading the figures.
      </p>
      <FigureSkeleton size="whole" />
    </div>
  );
}
