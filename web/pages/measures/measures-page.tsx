import type { Definitions } from '../../../server/contract/index.ts';
import { count } from '../../../server/words/number.ts';
import { useDefinitions } from '../../api/definitions.ts';
import type { PageProps } from '../../api/status.ts';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { PlainState } from '../../ui/plain-state.tsx';
import { useAnchor } from '../../ui/use-anchor.ts';
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
    <div className={styles.page}>
      <PageHead>
        <h1 className={styles.title}>
          How we measure <span className={styles.question}>What does each number count, and how?</span>
        </h1>
      </PageHead>
      {definitions.data === undefined ? (
        <WithoutAnswer error={definitions.error} away={away} retry={again} />
      ) : (
        <Answered definitions={definitions.data.data} />
      )}
    </div>
  );
}

function Answered({ definitions }: { definitions: Definitions }) {
  const { measures, delivery, rules, leftOut } = definitions;
  useAnchor();
  return (
    <>
      <p className={styles.lead}>
        {count(measures.length + delivery.length, 'measure')}, each with its formula, what it cannot tell, and
        an example from this database that you can work through again. All pages, files and texts use these
        definitions.
      </p>
      <div className={styles.columns}>
        <Contents measures={[...measures, ...delivery]} rules={rules} />
        <div className={styles.entries}>
          {measures.map((measure) => (
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

type WithoutAnswerProps = { error: Error | null; away: boolean; retry: () => void };

function WithoutAnswer({ error, away, retry }: WithoutAnswerProps) {
  if (error === null) {
    return (
      <p className={styles.lead} role="status" aria-busy="true">
        Asking for the definitions …
      </p>
    );
  }
  return (
    <PlainState title={away ? 'The server does not answer.' : 'The definitions could not be loaded.'}>
      <p>{away ? 'Is Uptake still running on this address?' : error.message}</p>
      <Button press={retry} strong>
        Try again now
      </Button>
    </PlainState>
  );
}
