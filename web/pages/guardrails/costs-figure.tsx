import { Suspense } from 'react';
import { Link } from 'wouter';
import type { GuardrailsAnswer, MeasureId } from '../../../server/contract/index.ts';
import { whole } from '../../../server/words/whole.ts';
import { costsTable, levelsTable } from '../../charts/costs-table.ts';
import { itemsHref } from '../../filters/items-address.ts';
import { describeQuestion } from '../../filters/labels.ts';
import { Figure } from '../../ui/figure.tsx';
import { InPlace } from '../../ui/in-place.tsx';
import { InTurn } from '../../ui/in-turn.tsx';
import type { Shown } from './guardrail-figures.tsx';
import styles from './guardrails-page.module.css';
import { LazyCosts } from './lazy-charts.tsx';

type CostsFigureProps = { told: GuardrailsAnswer; waiting: boolean; shown: Shown };

/** What each guardrail did after each team's own start; or why nothing is compared, and what to do. */
export function CostsFigure({ told, waiting, shown }: CostsFigureProps) {
  const { data, asked, warnings } = told;
  const { repositories, teams, dataLine, show, view } = shown;
  const hrefOf = (measure: MeasureId) => itemsHref({ ...view, by: 'merge' }, { measure });
  const compared = data.without === null;
  return (
    <>
      <Figure
        name="guardrails"
        label={data.rollout === null ? 'Before and after' : `Before and after: ${data.rollout.name}`}
        finding={data.finding}
        howToRead={data.howToRead}
        describe={data.description}
        {...(compared ? costsTable(data, hrefOf) : levelsTable(data, hrefOf))}
        definition={{ ...data.about, id: 'revert-rate', leftOut: [] }}
        n={data.n}
        coverage={data.coverage}
        csvName="guardrails.csv"
        csvAddress={null}
        itemsHref={hrefOf('merged-pull-requests')}
        asked={describeQuestion(asked, repositories, teams, false)}
        cautions={warnings
          .filter(({ code }) => !code.startsWith('repository-'))
          .map(({ message }) => message)}
        dataLine={dataLine}
        demo={told.demo}
        show={show}
        waiting={waiting}
        size="whole"
      >
        {compared ? (
          <div className={styles.drawn}>
            <InTurn>
              <Suspense fallback={null}>
                <LazyCosts guardrails={data} hrefOf={({ measure }) => hrefOf(measure)} />
              </Suspense>
            </InTurn>
          </div>
        ) : (
          <InPlace title={data.rollout === null ? 'When did it begin?' : 'Nothing to compare yet.'}>
            <p>
              <Link href="/settings">Open the settings</Link>
            </p>
          </InPlace>
        )}
      </Figure>
      {compared && <Beside told={told} />}
    </>
  );
}

/** The line that the verdict carries, and where one team's work stands apart. */
function Beside({ told: { data } }: { told: GuardrailsAnswer }) {
  return (
    <section className={styles.beside} aria-label="What it costs">
      <p className={styles.cost}>{whole(data.costLine)}.</p>
      {data.apart.length > 0 && (
        <>
          <p className={styles.heading}>Where one team stands apart</p>
          <ul className={styles.apart}>
            {data.apart.map((sentence) => (
              <li key={sentence}>{whole(sentence)}.</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
