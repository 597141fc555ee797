import type { KeyboardEvent, ReactNode } from 'react';
import { fullDateAndTime } from '../../../server/words/date.ts';
import { Button } from '../../ui/button.tsx';
import { gatheredReasons, type Standing } from './gathered-reasons.ts';
import styles from './row-panel.module.css';

type RowPanelProps = {
  id: string;
  /** What it went through, in order; null: it did not happen, or is not known. */
  way: readonly (readonly [string, string | null])[];
  /** Facts below the instants, as a list of terms. */
  facts?: ReactNode;
  teams: readonly string[];
  teamBasis: keyof typeof bases | null;
  zone: string;
  why: {
    data: { data: { summary: string; measures: readonly Standing[] } } | undefined;
    isPending: boolean;
    error: Error | null;
    refetch: () => unknown;
  };
  /** The measure that the list is of. */
  measure: string | null;
  /** Below what happened, and above why it counts. */
  below?: ReactNode;
  above?: ReactNode;
  close: () => void;
};

/** What a row of a list went through, and which measures count it; Esc closes it. */
export function RowPanel(props: RowPanelProps) {
  const { id, way, facts, teams, teamBasis, zone, why, measure, below, above, close } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
    document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(id)}"]`)?.focus();
  };
  return (
    <section
      id={id}
      className={styles.panel}
      aria-label="Why it is counted or left out"
      onKeyDown={onKeyDown}
    >
      <div>
        <h3 className={styles.title}>What happened</h3>
        <dl className={styles.way}>
          {way.map(([label, at]) =>
            at === null ? null : (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{fullDateAndTime(Date.parse(at), zone)}</dd>
              </div>
            ),
          )}
          {facts}
          {teams.length > 0 && (
            <div>
              <dt>{teams.length === 1 ? 'Team' : 'Teams'}</dt>
              <dd>
                {teams.join(', ')}
                {teamBasis !== null && <span className={styles.basis}> ({bases[teamBasis]})</span>}
              </dd>
            </div>
          )}
        </dl>
        <p className={styles.zone}>Times are those of {zone}.</p>
        {below}
      </div>
      <div>
        {above}
        <h3 className={`${styles.title} ${styles.next}`}>Why it counts, or does not</h3>
        {why.data !== undefined && <Sentences why={why.data.data} measure={measure} />}
        {why.isPending && <p role="status">Looking it up …</p>}
        {why.error !== null && (
          <>
            <p role="status">{why.error.message}</p>
            <Button press={() => void why.refetch()}>Try again</Button>
          </>
        )}
      </div>
    </section>
  );
}

/** What placing rests on. */
const bases = {
  stated: 'a stated membership',
  assumed: 'an assumed membership',
  repository: 'the team that owns the repository',
} as const;

type SentencesProps = {
  why: { summary: string; measures: readonly Standing[] };
  measure: string | null;
};

/** The measure that was asked for comes first; then those that count it. */
function Sentences({ why: { summary, measures }, measure }: SentencesProps) {
  if (summary !== '') return <p>{summary}</p>;
  return (
    <ul className={styles.sentences}>
      {gatheredReasons(measures, measure).map((one) => (
        <li key={one.measure} data-standing={one.standing}>
          {one.sentence}
        </li>
      ))}
    </ul>
  );
}
