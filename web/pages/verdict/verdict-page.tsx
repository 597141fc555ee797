import type { Choices, StatusAnswer } from '../../../server/contract/index.ts';
import { useChoices } from '../../api/choices.ts';
import type { PageProps } from '../../api/status.ts';
import { useVerdict } from '../../api/verdict.ts';
import { noChoices } from '../../filters/answerable.ts';
import { FilterBar } from '../../filters/filter-bar.tsx';
import { useQuestion } from '../../filters/use-question.ts';
import { NoAnswer } from '../../ui/no-answer.tsx';
import { NotUnderstood } from '../../ui/not-understood.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLinks } from '../../ui/page-links.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Unanswered } from '../../ui/unanswered.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { Answered } from './answered.tsx';
import { NoDataYet } from './no-data-yet.tsx';

/** Is work really moving faster since we started, and at what cost? */
export function VerdictPage({ status, away, retry }: PageProps) {
  return (
    <Page name="Verdict" question="Is work really moving faster since we started, and at what cost?">
      <VerdictBody status={status} away={away} retry={retry} />
    </Page>
  );
}

function VerdictBody({ status, away, retry }: PageProps) {
  const { view } = useQuestion();
  const choices = useChoices(view);
  if (status === undefined) return away ? <NoAnswer retry={retry} /> : <Loading />;
  const { repositories, projects, running } = status.data;
  if (repositories.length + projects.length === 0) return <NoDataYet running={running} />;
  if (choices.isPending) return <Loading />;
  const settled = !choices.isPlaceholderData || (view.team === undefined && view.repo === undefined);
  return <Asked status={status} choices={choices.data?.data ?? noChoices} settled={settled} />;
}

/** A verdict is of a rollout, in all repositories and weeks, by the verdict's clock: it has no percentile, and no chart. */
const withoutControls = ['window', 'repo', 'marks', 'stat', 'by', 'hours', 'show'] as const;

type AskedProps = { status: StatusAnswer; choices: Choices; settled: boolean };

function Asked({ status, choices, settled }: AskedProps) {
  const { repositories } = status.data;
  const question = useQuestion(repositories, choices);
  const { view, unknown, folded } = question;
  const verdict = useVerdict(view, settled);
  const said = verdict.data?.data.said.sentence ?? null;
  usePageTitle('Verdict', said === null ? null : said.replace(/\.$/, ''));
  return (
    <>
      <FilterBar
        question={question}
        ask={question.ask}
        clear={question.clear}
        repositories={repositories}
        choices={choices}
        without={withoutControls}
      >
        <PageLinks />
      </FilterBar>
      <NotUnderstood unknown={unknown} folded={folded} what="The verdict is" forget={question.forget} />
      {verdict.data !== undefined ? (
        <Answered answer={verdict.data} waiting={verdict.isPlaceholderData} />
      ) : verdict.isError ? (
        <Unanswered
          title="The verdict could not be told."
          error={verdict.error}
          retry={() => void verdict.refetch()}
        />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Loading() {
  return <Waiting>Working it out …</Waiting>;
}
