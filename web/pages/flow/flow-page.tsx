import { useEffect } from 'react';
import type { Status, StatusAnswer } from '../../../server/contract/index.ts';
import { list } from '../../../server/words/list.ts';
import { FilterBar } from '../../filters/filter-bar.tsx';
import { useQuestion } from '../../filters/use-question.ts';
import { Button } from '../../ui/button.tsx';
import { Command } from '../../ui/command.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { FigureSkeleton } from '../../ui/figure-skeleton.tsx';
import { ImportProgress, importLine } from '../../ui/import-progress.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PlainState } from '../../ui/plain-state.tsx';
import { FlowLimits } from './flow-limits.tsx';
import styles from './flow-page.module.css';
import { KnownFromCommits } from './known-from-commits.tsx';
import { KnownFromForge } from './known-from-forge.tsx';
import { loadChart } from './lazy-chart.tsx';

type FlowPageProps = { status: StatusAnswer | undefined; away: boolean; retry: () => void };

/** How long does a change take, and where does it wait? A forge knows all of it; a clone only from first commit to merge. */
export function FlowPage({ status, away, retry }: FlowPageProps) {
  useEffect(() => {
    // Fetched beside the first answers; should it fail, the figure says so when it needs it.
    loadChart().catch(() => undefined);
  }, []);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>
        Flow <span className={styles.question}>How long does a change take, and where does it wait?</span>
      </h1>
      <FlowBody status={status} away={away} retry={retry} />
    </div>
  );
}

function FlowBody({ status, away, retry }: FlowPageProps) {
  if (status === undefined) {
    return away ? <NoAnswer retry={retry} /> : <Loading />;
  }
  return status.data.repositories.length === 0 ? (
    <NothingYet running={status.data.running} />
  ) : (
    <Figures status={status} />
  );
}

function Figures({ status }: { status: StatusAnswer }) {
  const { repositories, dataLine } = status.data;
  const question = useQuestion(repositories);
  const { unknown } = question;
  const figure = { view: question.view, show: question.show, repositories, dataLine, clear: question.clear };
  return (
    <>
      <FilterBar question={question} ask={question.ask} clear={question.clear} repositories={repositories}>
        <CopyButton label="Copy link" text={() => location.href} />
      </FilterBar>
      {unknown.length > 0 && (
        <Notice dismiss={question.forgetUnknown}>
          This link has {unknown.length === 1 ? 'a filter' : 'filters'} we do not know: {list(unknown)}. The
          figures are shown without.
        </Notice>
      )}
      {fromClones(question.view.repo, repositories) ? (
        <KnownFromCommits {...figure} />
      ) : (
        <KnownFromForge {...figure} />
      )}
      <FlowLimits status={status} />
    </>
  );
}

/** Whether all that is asked about was read from clones, which know no more than commits. */
function fromClones(asked: string | undefined, repositories: Status['repositories']): boolean {
  return repositories.every(({ id, source }) => source === 'git' || (asked !== undefined && id !== asked));
}

function Loading() {
  const question = useQuestion(undefined);
  const { repo } = question.view;
  return (
    <div className={styles.page} aria-busy="true">
      <p className="heard" role="status">
        Loading the figures.
      </p>
      {/* The bar itself, so that nothing below it moves when it can be used. */}
      <div inert>
        <FilterBar
          question={question}
          ask={question.ask}
          clear={question.clear}
          repositories={repo === undefined ? [] : [{ id: repo, name: repo, source: '' }]}
        >
          <CopyButton label="Copy link" text={() => location.href} />
        </FilterBar>
      </div>
      <div className={styles.pair}>
        <FigureSkeleton />
        <FigureSkeleton />
      </div>
    </div>
  );
}

function NoAnswer({ retry }: { retry: () => void }) {
  return (
    <PlainState title="The server does not answer.">
      <p>Is Uptake still running on this address? We ask again every 15 seconds.</p>
      <Button press={retry} strong>
        Try again now
      </Button>
    </PlainState>
  );
}

function NothingYet({ running }: { running: StatusAnswer['data']['running'] }) {
  return (
    <PlainState title="Nothing to show yet.">
      {running === null ? (
        <>
          <p>
            Read an organisation, a user or a single repository from GitHub (with a GITHUB_TOKEN in the
            environment), and the figures appear here by themselves:
          </p>
          <Command line="npm run uptake -- ingest github OWNER" />
          <p>Or read a Git repository that you have cloned to this machine:</p>
          <Command line="npm run uptake -- ingest git PATH" />
        </>
      ) : (
        <>
          <p>The first import is running. The figures appear here by themselves.</p>
          <p>{importLine(running)}</p>
          <ImportProgress running={running} />
        </>
      )}
    </PlainState>
  );
}
