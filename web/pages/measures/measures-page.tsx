import type { Definitions } from '../../../server/contract/index.ts';
import { count } from '../../../server/words/number.ts';
import { useDefinitions } from '../../api/definitions.ts';
import type { PageProps } from '../../api/status.ts';
import { Page } from '../../ui/page.tsx';
import { PageLinks } from '../../ui/page-links.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Unanswered } from '../../ui/unanswered.tsx';
import { useAnchor } from '../../ui/use-anchor.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Contents } from './contents.tsx';
import { DeliveryMeasure } from './delivery-measure.tsx';
import { Measure } from './measure.tsx';
import styles from './measures-page.module.css';
import { Rules } from './rules.tsx';

/** How each number is made: every measure with its formula, its limits and an example worked through. */
export function MeasuresPage({ away, retry }: PageProps) {
  const definitions = useDefinitions();
  const again = () => {
    retry();
    void definitions.refetch();
  };
  usePageTitle('How we measure');
  return (
    <Page name="How we measure" question="What does each number count, and how?" links={<PageLinks />}>
      {definitions.data === undefined ? (
        <NotKnownYet error={definitions.error} away={away} retry={again} />
      ) : (
        <Answered definitions={definitions.data.data} />
      )}
    </Page>
  );
}

function Answered({ definitions }: { definitions: Definitions }) {
  const { measures, delivery, rules, leftOut } = definitions;
  const ofIssues = measures.filter(({ definition }) => definition.items === 'issues');
  const ofPullRequests = measures.filter(({ definition }) => definition.items !== 'issues');
  useAnchor();
  return (
    <>
      <p className={styles.lead}>
        {count(measures.length + delivery.length, 'measure')}, each with its formula, what it cannot tell, and
        an example from this database that you can work through again: open one to read it. All pages, files
        and texts use these definitions.
      </p>
      <div className={styles.columns}>
        <Contents
          groups={[
            { title: 'Pull requests', entries: ofPullRequests.map(({ definition }) => definition) },
            { title: 'Issues', entries: ofIssues.map(({ definition }) => definition) },
            { title: 'Deployments', entries: delivery.map(({ definition }) => definition) },
            { title: 'For all of them', entries: rules.map(({ id, title }) => ({ id, name: title })) },
          ]}
        />
        <div>
          {[...ofPullRequests, ...ofIssues].map((measure) => (
            <Measure key={measure.definition.id} measure={measure} />
          ))}
          {delivery.map((measure) => (
            <DeliveryMeasure key={measure.definition.id} measure={measure} />
          ))}
          <Rules rules={rules} leftOut={leftOut} />
        </div>
      </div>
    </>
  );
}

type NotKnownYetProps = { error: Error | null; away: boolean; retry: () => void };

function NotKnownYet({ error, away, retry }: NotKnownYetProps) {
  if (error === null) return <Waiting>Asking for the definitions …</Waiting>;
  return <Unanswered title="The definitions could not be loaded." error={error} away={away} retry={retry} />;
}
