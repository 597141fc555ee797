import type { KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { IssueItem, IssueMeasure, IssueWhyAnswer, View } from '../../../server/contract/index.ts';
import { fullDateAndTime } from '../../../server/words/date.ts';
import { duration } from '../../../server/words/duration.ts';
import { count } from '../../../server/words/number.ts';
import { useIssueWhy } from '../../api/issues.ts';
import { itemsHref } from '../../filters/items-address.ts';
import { Button } from '../../ui/button.tsx';
import own from './issue-panel.module.css';
import styles from './why-panel.module.css';
import { bases } from './why-panel.tsx';

type IssuePanelProps = {
  id: string;
  issue: IssueItem;
  /** The measure that the list is of. */
  measure: IssueMeasure | null;
  view: View;
  zone: string;
  close: () => void;
};

const way: readonly (readonly [keyof IssueItem['at'], string])[] = [
  ['created', 'Created'],
  ['started', 'Started'],
  ['firstCommit', 'First commit'],
  ['firstReview', 'First human review'],
  ['lastMerged', 'Last merge'],
  ['finished', 'Finished'],
  ['declined', 'Closed undone'],
  ['reopened', 'Reopened'],
];

/** What an issue went through, what is linked to it, and which measures count it; Esc closes it. */
export function IssuePanel({ id, issue, measure, view, zone, close }: IssuePanelProps) {
  const why = useIssueWhy(issue.id, {
    ...(view.by && { by: view.by }),
    ...(view.hours && { hours: view.hours }),
  });
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
          {way.map(([key, label]) => {
            const at = issue.at[key];
            return at === null ? null : (
              <div key={key}>
                <dt>{label}</dt>
                <dd>{fullDateAndTime(Date.parse(at), zone)}</dd>
              </div>
            );
          })}
          {issue.teams.length > 0 && (
            <div>
              <dt>{issue.teams.length === 1 ? 'Team' : 'Teams'}</dt>
              <dd>
                {issue.teams.join(', ')}
                {issue.teamBasis !== null && (
                  <span className={styles.basis}> ({bases[issue.teamBasis]})</span>
                )}
              </dd>
            </div>
          )}
        </dl>
        <p className={styles.zone}>Times are those of {zone}.</p>
        <Linked issue={issue} />
      </div>
      <div>
        {why.data !== undefined && <Statuses why={why.data.data} />}
        <h3 className={`${styles.title} ${own.next}`}>Why it counts, or does not</h3>
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

function Linked({ issue: { linked, pullRequests } }: { issue: IssueItem }) {
  if (pullRequests === 0) return <p className={styles.basis}>No pull request names it.</p>;
  const others = pullRequests - linked.length;
  return (
    <>
      <h3 className={`${styles.title} ${own.next}`}>{count(pullRequests, 'pull request')}</h3>
      <ul className={own.linked}>
        {linked.map(({ id, name, title }) => (
          <li key={id}>
            <Link href={itemsHref({}, { id })}>{title}</Link> <span className={styles.basis}>{name}</span>
          </li>
        ))}
      </ul>
      {others > 0 && <p className={styles.basis}>And {count(others, 'other')}.</p>}
    </>
  );
}

/** Until it was finished; of what is open until its last change. */
function Statuses({ why: { statuses } }: { why: IssueWhyAnswer['data'] }) {
  if (statuses.length === 0) return null;
  return (
    <>
      <h3 className={styles.title}>Time in each status</h3>
      <dl className={styles.way}>
        {statuses.map(({ status, hours }) => (
          <div key={status}>
            <dt>{status}</dt>
            <dd>{duration(hours)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The measure that was asked for comes first; then those that count it. */
function Sentences({ why, measure }: { why: IssueWhyAnswer['data']; measure: IssueMeasure | null }) {
  if (why.summary !== '') return <p>{why.summary}</p>;
  const place = (one: IssueWhyAnswer['data']['measures'][number]) =>
    one.measure === measure ? 0 : one.standing === 'counted' ? 1 : 2;
  return (
    <ul className={styles.sentences}>
      {why.measures
        .toSorted((one, other) => place(one) - place(other))
        .map((one) => (
          <li key={one.measure} data-standing={one.standing}>
            {one.sentence}
          </li>
        ))}
    </ul>
  );
}
