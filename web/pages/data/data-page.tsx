import type { HealthAnswer } from '../../../server/contract/index.ts';
import { useHealth } from '../../api/health.ts';
import type { PageProps } from '../../api/status.ts';
import { Button } from '../../ui/button.tsx';
import { ConnectSources } from '../../ui/connect-sources.tsx';
import { ImportNow, type RunningImport } from '../../ui/import-progress.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLinks } from '../../ui/page-links.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Unanswered } from '../../ui/unanswered.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { Coverage } from './coverage.tsx';
import styles from './data-page.module.css';
import { LeftOut } from './left-out.tsx';
import { Runs } from './runs.tsx';
import { SharedPages } from './shared-pages.tsx';
import { Sources } from './sources.tsx';
import { Usage } from './usage.tsx';
import { Verdict } from './verdict.tsx';

/** Can I believe these numbers today? */
export function DataPage({ status, away, retry }: PageProps) {
  const running = status?.data.running ?? null;
  const health = useHealth(running !== null);
  const said = health.data?.data.verdict.sentence ?? null;
  usePageTitle('Data health', said === null ? null : (said.split(/[:.]/)[0] ?? null));
  const again = () => {
    retry();
    void health.refetch();
  };
  return (
    <Page name="Data health" question="Can I believe these numbers today?" links={<PageLinks />}>
      {health.data === undefined ? (
        <NotKnownYet error={health.error} away={away} retry={again} />
      ) : (
        <div className={styles.parts}>
          {(health.isError || away) && <Old retry={again} />}
          <Answered answer={health.data} running={running} />
          <SharedPages repositories={status?.data.repositories ?? []} />
        </div>
      )}
    </Page>
  );
}

const SEEN = 'How much of the work the measures can see';

function Answered({ answer, running }: { answer: HealthAnswer; running: RunningImport | null }) {
  const { verdict, sources, usage, asked, otherAsked, coverage, issueCoverage, leftOut, zone } = answer.data;
  return (
    <>
      <Verdict verdict={verdict}>{running !== null && <ImportNow running={running} />}</Verdict>
      {verdict.answer === 'nothing' && running === null && (
        <div className={styles.connect}>
          <ConnectSources />
        </div>
      )}
      {sources.length > 0 && <Sources sources={sources} warnings={answer.warnings} />}
      {usage.length > 0 && <Usage usage={usage} />}
      {asked.length > 0 && <Runs asked={asked} otherAsked={otherAsked} zone={zone} />}
      {coverage !== null && (
        <Coverage
          id="coverage"
          title={issueCoverage === null ? SEEN : 'How much of the pull requests the measures can see'}
          of="work"
          coverage={coverage}
        />
      )}
      {issueCoverage !== null && (
        <Coverage
          id="issue-coverage"
          title="How much of the issues the measures can see"
          of="issues"
          coverage={issueCoverage}
        />
      )}
      {leftOut.length > 0 && <LeftOut leftOut={leftOut} />}
    </>
  );
}

type NotKnownYetProps = { error: Error | null; away: boolean; retry: () => void };

function NotKnownYet({ error, away, retry }: NotKnownYetProps) {
  if (error === null) return <Waiting>Looking through the sources and their runs …</Waiting>;
  return (
    <Unanswered title="The health of the data could not be told." error={error} away={away} retry={retry} />
  );
}

/** What stands here was true when the server last answered. */
function Old({ retry }: { retry: () => void }) {
  return (
    <p className={styles.old} role="status">
      The server does not answer: this is what it said last. <Button press={retry}>Try again now</Button>
    </p>
  );
}
