import type { Choices, ReportsAnswer, StatusAnswer } from '../../../server/contract/index.ts';
import { list } from '../../../server/words/list.ts';
import { useChoices } from '../../api/choices.ts';
import { useReports } from '../../api/reports.ts';
import type { PageProps } from '../../api/status.ts';
import { noChoices } from '../../filters/answerable.ts';
import { FilterBar } from '../../filters/filter-bar.tsx';
import { useQuestion } from '../../filters/use-question.ts';
import { useAsOf } from '../../ui/as-of.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { NoAnswer } from '../../ui/no-answer.tsx';
import { NotUnderstood } from '../../ui/not-understood.tsx';
import { NothingYet } from '../../ui/nothing-yet.tsx';
import { Page } from '../../ui/page.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Unanswered } from '../../ui/unanswered.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { Digest } from './digest.tsx';
import { OnePage } from './one-page.tsx';

/** What leaves the tool: one page to hand on, and the weekly digest. */
export function ReportsPage(page: PageProps) {
  return (
    <Page name="Reports" question="What can be handed on?">
      <Body {...page} />
    </Page>
  );
}

function Body({ status, away, retry }: PageProps) {
  const { view } = useQuestion();
  const choices = useChoices(view);
  if (status === undefined) return away ? <NoAnswer retry={retry} /> : <Loading />;
  const { repositories, projects, running } = status.data;
  if (repositories.length + projects.length === 0)
    return <NothingYet running={running} what="A report and the weekly digest" />;
  if (choices.isPending) return <Loading />;
  const settled = !choices.isPlaceholderData || (view.team === undefined && view.repo === undefined);
  return <Asked status={status} choices={choices.data?.data ?? noChoices} settled={settled} />;
}

/** A report is the verdict: of a rollout, in all repositories and weeks. */
const withoutControls = ['window', 'repo', 'marks', 'stat', 'by', 'hours', 'show'] as const;

type AskedProps = { status: StatusAnswer; choices: Choices; settled: boolean };

function Asked({ status, choices, settled }: AskedProps) {
  const question = useQuestion(status.data.repositories, choices);
  const { view, unknown, folded } = question;
  const reports = useReports(view, settled);
  usePageTitle('Reports');
  return (
    <>
      <FilterBar
        question={question}
        ask={question.ask}
        clear={question.clear}
        repositories={status.data.repositories}
        choices={choices}
        without={withoutControls}
      >
        <CopyButton label="Copy link" text={() => location.href} />
      </FilterBar>
      <NotUnderstood unknown={unknown} folded={folded} what="The report is" forget={question.forget} />
      {reports.data !== undefined ? (
        <Told answer={reports.data} choices={choices} />
      ) : reports.isError ? (
        <Unanswered
          title="The report could not be made."
          error={reports.error}
          retry={() => void reports.refetch()}
        />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Told({ answer, choices }: { answer: ReportsAnswer; choices: Choices }) {
  const kept = useAsOf() !== null;
  const { data, demo, asked } = answer;
  const names = asked.team.map((id) => choices.teams.find((team) => team.id === id)?.name ?? id);
  return (
    <>
      <OnePage reports={data} demo={demo} teams={names.length === 0 ? 'All teams' : list(names)} />
      <Digest reports={data} maySend={data.mayEdit && !kept} />
    </>
  );
}

function Loading() {
  return <Waiting>Writing the report …</Waiting>;
}
