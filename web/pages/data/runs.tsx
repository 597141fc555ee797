import type { Health } from '../../../server/contract/index.ts';
import { count } from '../../../server/words/number.ts';
import { FigureTable } from '../../ui/figure-table.tsx';
import { Part } from '../../ui/part.tsx';
import { Nights } from './nights.tsx';
import styles from './runs.module.css';

type RunsProps = { asked: Health['asked']; otherAsked: number; zone: string };

/** The imports of the last thirty nights, and what the last one cost. */
export function Runs({ asked, otherAsked, zone }: RunsProps) {
  return (
    <Part id="runs" title="The last 30 nights">
      <p className={styles.reading}>
        One mark a day, by the calendar of {zone}; of several imports of a day the last one counts.
      </p>
      {asked.map((one) => (
        <OneAsked key={one.asked} one={one} />
      ))}
      {otherAsked > 0 && <p>{count(otherAsked, 'other source')} ran earlier and not listed here.</p>}
    </Part>
  );
}

function OneAsked({ one }: { one: Health['asked'][number] }) {
  const { name, summary, nights, last, cost, unseen } = one;
  return (
    <section className={styles.asked} aria-label={name} data-entry="asked">
      <h3 className={styles.name}>{name}</h3>
      <p>{summary}</p>
      <Nights nights={nights} of={name} />
      <p>{last}</p>
      {cost !== '' && <p className={styles.quiet}>It took {cost}</p>}
      {unseen.length > 0 && (
        <details className={styles.more}>
          <summary>What the last import could not see, or left out</summary>
          <ul>
            {unseen.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      <details className={styles.more}>
        <summary>The nights as a table</summary>
        <FigureTable
          caption={`Imports of ${name}`}
          columns={['Day', 'What became of it']}
          rows={nights.toReversed().map(({ words }) => parted(words))}
        />
      </details>
    </section>
  );
}

/** "Sat 21 Nov, 03:12: read to the end" in two cells. */
function parted(words: string): [string, string] {
  const at = words.indexOf(': ');
  return [words.slice(0, at), words.slice(at + 2)];
}
