import type { KeyboardEvent } from 'react';
import type { Item, MeasureId, View, WhyAnswer } from '../../../server/contract/index.ts';
import { fullDateAndTime } from '../../../server/words/date.ts';
import { count } from '../../../server/words/number.ts';
import { useWhy } from '../../api/items.ts';
import { Button } from '../../ui/button.tsx';
import { Marks } from './why-marks.tsx';
import styles from './why-panel.module.css';

export type WhyPanelProps = {
  id: string;
  item: Item;
  /** The measure that the list is of. */
  measure: MeasureId | null;
  view: View;
  zone: string;
  close: () => void;
};

const way: readonly (readonly [keyof Item['at'], string])[] = [
  ['firstCommit', 'First commit'],
  ['opened', 'Opened'],
  ['ready', 'Ready for review'],
  ['firstReview', 'First human review'],
  ['approved', 'Last approval'],
  ['merged', 'Merged'],
  ['closed', 'Closed'],
  ['deployed', 'Deployed'],
];

/** What an item went through, and which measures count it; Esc closes it. */
export function WhyPanel({ id, item, measure, view, zone, close }: WhyPanelProps) {
  const why = useWhy(item.id, { ...(view.by && { by: view.by }), ...(view.hours && { hours: view.hours }) });
  const known = way.flatMap(([key, label]) => (item.at[key] === null ? [] : [{ label, at: item.at[key] }]));
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
          {known.map(({ label, at }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{fullDateAndTime(Date.parse(at), zone)}</dd>
            </div>
          ))}
          {item.lines !== null && (
            <div>
              <dt>Size</dt>
              <dd>
                {count(item.lines, 'line')}
                {item.files !== null && ` in ${count(item.files, 'file')}`}
              </dd>
            </div>
          )}
          {item.teams.length > 0 && (
            <div>
              <dt>{item.teams.length === 1 ? 'Team' : 'Teams'}</dt>
              <dd>
                {item.teams.join(', ')}
                {item.teamBasis !== null && <span className={styles.basis}> ({bases[item.teamBasis]})</span>}
              </dd>
            </div>
          )}
        </dl>
        <p className={styles.zone}>Times are those of {zone}.</p>
        {why.data?.data.ai && <Marks ai={why.data.data.ai} />}
      </div>
      <div>
        <h3 className={styles.title}>Why it counts, or does not</h3>
        {why.data !== undefined && <Sentences why={why.data.data} measure={measure} />}
        {why.isPending && <p role="status">Looking it up …</p>}
        {why.isError && (
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
export const bases = {
  stated: 'a stated membership',
  assumed: 'an assumed membership',
  repository: 'the team that owns the repository',
} as const;

/** The measure that was asked for comes first; then those that count it. */
function Sentences({ why, measure }: { why: WhyAnswer['data']; measure: string | null }) {
  if (why.summary !== '') return <p>{why.summary}</p>;
  const place = (one: WhyAnswer['data']['measures'][number]) =>
    one.measure === measure ? 0 : one.standing === 'counted' ? 1 : 2;
  const ordered = why.measures.toSorted((one, other) => place(one) - place(other));
  return (
    <ul className={styles.sentences}>
      {ordered.map((one) => (
        <li key={one.measure} data-standing={one.standing}>
          {one.sentence}
        </li>
      ))}
    </ul>
  );
}
