import { lazy, Suspense } from 'react';
import type { Choices, Impact, StatusAnswer } from '../../../server/contract/index.ts';
import { useChoices } from '../../api/choices.ts';
import { useImpact } from '../../api/impact.ts';
import type { PageProps } from '../../api/status.ts';
import { noChoices } from '../../filters/answerable.ts';
import { FilterBar } from '../../filters/filter-bar.tsx';
import { useQuestion } from '../../filters/use-question.ts';
import { FigureSkeleton } from '../../ui/figure-skeleton.tsx';
import { Guard } from '../../ui/guard.tsx';
import { NoAnswer } from '../../ui/no-answer.tsx';
import { NotUnderstood } from '../../ui/not-understood.tsx';
import { NothingYet } from '../../ui/nothing-yet.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLinks } from '../../ui/page-links.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import styles from './impact-page.module.css';
import { LostChart } from './lost-chart.tsx';
import { NotTold } from './not-told.tsx';
import { SaidOf } from './said-of.tsx';

const Figures = lazy(async () => ({ default: (await import('./impact-figures.tsx')).ImpactFigures }));

/** An effect looks at all work and at all weeks: it asks for teams and a rollout alone. */
const otherControls = ['window', 'repo', 'marks', 'stat', 'by', 'hours'] as const;
const withoutFigures = [...otherControls, 'show'] as const;

/** What changed at the rollout, by how much, how sure are we, and did others change too? */
export function ImpactPage({ status, away, retry }: PageProps) {
  return (
    <Page name="Impact" question="What changed at the rollout, by how much, and how sure are we?">
      <Body status={status} away={away} retry={retry} />
    </Page>
  );
}

function Body({ status, away, retry }: PageProps) {
  const { view } = useQuestion();
  const choices = useChoices(view);
  if (status === undefined) return away ? <NoAnswer retry={retry} /> : <Loading />;
  const { repositories, projects, running } = status.data;
  if (repositories.length + projects.length === 0) {
    return <NothingYet running={running} what="The effects, and how sure they are," />;
  }
  if (choices.isPending) return <Loading />;
  // Where it could not be told, the figures are still to be had: the server refuses what may not be asked.
  const settled = !choices.isPlaceholderData || (view.team === undefined && view.repo === undefined);
  return <Answered status={status} choices={choices.data?.data ?? noChoices} settled={settled} />;
}

type AnsweredProps = { status: StatusAnswer; choices: Choices; settled: boolean };

function Answered({ status, choices, settled }: AnsweredProps) {
  const { repositories, dataLine } = status.data;
  const question = useQuestion(repositories, choices);
  const { view, show, unknown, folded } = question;
  const impact = useImpact(view, settled);
  const told = impact.data;
  const isDrawn = told === undefined || hasFigures(told.data);
  usePageTitle('Impact', told?.data.said.sentence.replace(/\.$/, '') ?? null);
  return (
    <>
      <FilterBar
        question={question}
        ask={question.ask}
        clear={question.clear}
        repositories={repositories}
        choices={choices}
        without={isDrawn ? otherControls : withoutFigures}
      >
        <PageLinks />
      </FilterBar>
      <NotUnderstood unknown={unknown} folded={folded} what="The page is" forget={question.forget} />
      {told === undefined && impact.error !== null && (
        <NotTold error={impact.error} retry={impact.refetch} clear={question.clear} />
      )}
      {told === undefined && impact.error === null && <Waiting />}
      {told !== undefined && (
        <>
          {told.warnings
            .filter(({ code }) => !code.startsWith('repository-'))
            .map(({ code, message }) => (
              <Notice key={code}>{message}</Notice>
            ))}
          <SaidOf impact={told.data} />
          <Guard fallback={<LostChart />}>
            <div className={styles.page} data-section="impact">
              <Suspense fallback={<FigureSkeleton size="whole" />}>
                <Figures
                  told={told}
                  shown={{ view, show, repositories, teams: choices.teams, dataLine }}
                  waiting={impact.isPlaceholderData}
                />
              </Suspense>
            </div>
          </Guard>
        </>
      )}
    </>
  );
}

function hasFigures({ trend, effects, eventStudy, teams, distribution }: Impact): boolean {
  return [trend, effects, eventStudy, teams, distribution].some((figure) => figure !== null);
}

function Waiting() {
  return (
    <div aria-busy="true" className={styles.page}>
      <p className={styles.quiet} role="status">
        Comparing before and after, team by team. For many teams this takes some seconds the first time.
      </p>
      <FigureSkeleton size="whole" />
    </div>
  );
}

function Loading() {
  const question = useQuestion();
  const { repo } = question.view;
  return (
    <div className={styles.page} aria-busy="true">
      <p className="heard" role="status">
        Loading the page.
      </p>
      {/* The bar itself, so that nothing below it moves when it can be used. */}
      <div inert>
        <FilterBar
          question={question}
          ask={question.ask}
          clear={question.clear}
          repositories={repo === undefined ? [] : [{ id: repo, name: repo, source: '' }]}
          choices={noChoices}
          without={otherControls}
        >
          <PageLinks />
        </FilterBar>
      </div>
      <FigureSkeleton size="whole" />
    </div>
  );
}
