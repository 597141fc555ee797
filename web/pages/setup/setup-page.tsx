import type { Setup } from '../../../server/contract/index.ts';
import { useSetup, useSetupEdits } from '../../api/setup.ts';
import type { PageProps } from '../../api/status.ts';
import { useAsOf } from '../../ui/as-of.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { ReadOnly } from '../../ui/read-only.tsx';
import { Typed } from '../../ui/typed.tsx';
import { Unanswered } from '../../ui/unanswered.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { ChannelStep } from './channel-step.tsx';
import { GithubStep } from './github-step.tsx';
import { ImportStep } from './import-step.tsx';
import { JiraStep } from './jira-step.tsx';
import { RolloutStep } from './rollout-step.tsx';
import styles from './setup-page.module.css';
import { TeamStep } from './team-step.tsx';
import { UsageStep } from './usage-step.tsx';

/** Where data come from: each source is asked for real before anything is kept. */
export function SetupPage(page: PageProps) {
  const setup = useSetup();
  usePageTitle('Setup');
  return (
    <Page
      name="Setup"
      question="Where do your numbers come from?"
      links={<CopyButton label="Copy link" text={() => location.href} />}
    >
      {setup.data !== undefined && <Steps setup={setup.data.data} page={page} demo={setup.data.demo} />}
      {setup.data === undefined && setup.error === null && <Waiting>Looking at what is connected …</Waiting>}
      {setup.data === undefined && setup.error !== null && (
        <Unanswered
          title="The setup could not be read."
          error={setup.error}
          away={page.away}
          retry={() => {
            page.retry();
            void setup.refetch();
          }}
        />
      )}
    </Page>
  );
}

function Steps({ setup, page, demo }: { setup: Setup; page: PageProps; demo: boolean }) {
  const edits = useSetupEdits();
  const mayEdit = useAsOf() === null && setup.mayEdit;
  const shared = { setup, edits, mayEdit };
  return (
    <>
      <p className={styles.lead}>
        Each step asks the real system before anything is kept, and says what to do when it fails. A token
        goes into a file that only the account of this program can read; no page and no log shows it again.
      </p>
      {!mayEdit && <ReadOnly />}
      {demo && mayEdit && (
        <Notice>
          This is the demo. What you connect takes its place when you begin the import; the demo is kept
          apart, and <Typed line="npm run uptake -- serve --demo" /> opens it again.
        </Notice>
      )}
      <GithubStep {...shared} />
      <JiraStep {...shared} />
      <UsageStep {...shared} />
      <ImportStep {...shared} page={page} demo={demo} />
      <TeamStep {...shared} demo={demo} />
      <RolloutStep {...shared} demo={demo} />
      <ChannelStep {...shared} demo={demo} />
      {setup.file !== null && (
        <p className={styles.quiet}>
          What is connected stands in <code>{setup.file}</code>, where it can be changed by hand: what you
          wrote there stays, comments too. The same checks on the command line:{' '}
          <Typed line="npm run uptake -- doctor" />.
        </p>
      )}
    </>
  );
}
