import { lazy, Suspense, useEffect } from 'react';
import type { Choices, Status, StatusAnswer, View } from '../../../server/contract/index.ts';
import { useChoices } from '../../api/choices.ts';
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
import { usePageTitle } from '../../ui/page-title.ts';
import { useFirstFinding } from './first-finding.ts';
import { FlowContents } from './flow-contents.tsx';
import styles from './flow-page.module.css';
import { LanesFigure } from './lanes-figure.tsx';
import { LazyBelow } from './lazy-below.tsx';
import { loadChart } from './lazy-chart.tsx';
import { LostChart } from './lost-chart.tsx';
import { ownNames, usePanels } from './use-panels.ts';

const KnownFromCommits = lazy(async () => ({
  default: (await import('./known-from-commits.tsx')).KnownFromCommits,
}));

type FlowPageProps = { status: StatusAnswer | undefined; away: boolean; retry: () => void };

/** How long does a change take, and where does it wait? A forge knows all of it; a clone only from first commit to merge. */
export function FlowPage({ status, away, retry }: FlowPageProps) {
  useEffect(() => {
    // Fetched beside the first answers; should it fail, the figure says so when it needs it.
    loadChart().catch(() => undefined);
  }, []);
  return (
    <Page name="Flow" question="How long does a change take, and where does it wait?">
      <FlowBody status={status} away={away} retry={retry} />
    </Page>
  );
}

function FlowBody({ status, away, retry }: FlowPageProps) {
  const { view } = useQuestion();
  const choices = useChoices(view);
  if (status === undefined) {
    return away ? <NoAnswer retry={retry} /> : <Loading />;
  }
  const { repositories, projects, running } = status.data;
  if (repositories.length + projects.length === 0) return <NothingYet running={running} what="The figures" />;
  if (choices.isPending) return <Loading />;
  // Where it could not be told, the figures are still to be had: the server refuses what may not be asked.
  const settled = !choices.isPlaceholderData || (view.team === undefined && view.repo === undefined);
  return <Figures status={status} choices={choices.data?.data ?? noChoices} settled={settled} />;
}

type FiguresProps = { status: StatusAnswer; choices: Choices; settled: boolean };

function Figures({ status, choices, settled }: FiguresProps) {
  const { repositories, projects, dataLine } = status.data;
  const question = useQuestion(repositories, choices, ownNames);
  const { view, show, ask, clear, unknown, folded } = question;
  const [panels, choosePanels] = usePanels();
  const narrow = (narrowed: View) => ask({ view: narrowed, show });
  const figure = { view, show, repositories, teams: choices.teams, dataLine, settled, clear, narrow };
  const clones = fromClones(view.repo, repositories);
  const alone = repositories.length === 0;
  const { finding, shown } = useFirstFinding(
    view,
    settled,
    alone ? 'issue-cycle-time' : clones ? 'cycle-time' : null,
  );
  usePageTitle('Flow', finding);
  const tracked = projects.length > 0;
  const marked = choices.marks.some(({ tool }) => tool !== null);
  return (
    <>
      <FilterBar
        question={question}
        ask={question.ask}
        clear={clear}
        repositories={repositories}
        choices={choices}
      >
        <PageLinks />
      </FilterBar>
      <NotUnderstood unknown={unknown} folded={folded} what="The figures are" forget={question.forget} />
      <FlowContents clones={clones} alone={alone} tracked={tracked} marked={marked} />
      {!alone && (
        <Guard fallback={<LostChart />}>
          <Suspense fallback={<FigureSkeleton size="whole" />}>
            {clones ? (
              <KnownFromCommits {...figure} />
            ) : (
              <div id="waits">
                <LanesFigure shown={figure} />
              </div>
            )}
          </Suspense>
        </Guard>
      )}
      <Guard fallback={<LostChart />}>
        <Suspense fallback={<FigureSkeleton size="whole" />}>
          {shown ? (
            <LazyBelow
              shown={figure}
              status={status}
              clones={clones}
              alone={alone}
              panels={panels}
              choosePanels={choosePanels}
              tracked={tracked}
              marked={marked}
            />
          ) : (
            <FigureSkeleton size="whole" />
          )}
        </Suspense>
      </Guard>
    </>
  );
}

/** Whether all that is asked about was read from clones, which know no more than commits. */
function fromClones(asked: string | undefined, repositories: Status['repositories']): boolean {
  return repositories.every(({ id, source }) => source === 'git' || (asked !== undefined && id !== asked));
}

function Loading() {
  const question = useQuestion();
  const { repo } = question.view;
  return (
    <div className={styles.page} aria-busy="true">
      <p className="heard" role="status">
        Loading the figures.
      </p>
      {/* The bar itself, so that nothing below it moves when it can be used. */}
      <div inert className={styles.page}>
        <FilterBar
          question={question}
          ask={question.ask}
          clear={question.clear}
          repositories={repo === undefined ? [] : [{ id: repo, name: repo, source: '' }]}
          choices={noChoices}
        >
          <PageLinks />
        </FilterBar>
        <FlowContents clones={false} alone={false} tracked={false} marked={false} />
      </div>
      <div className={styles.pair}>
        <FigureSkeleton />
        <FigureSkeleton />
      </div>
    </div>
  );
}
