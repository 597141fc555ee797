import { Link } from 'wouter';
import type { IssueItem, IssueMeasure, IssueWhyAnswer, View } from '../../../server/contract/index.ts';
import { duration } from '../../../server/words/duration.ts';
import { count } from '../../../server/words/number.ts';
import { useIssueWhy } from '../../api/issues.ts';
import { itemsHref } from '../../filters/items-address.ts';
import own from './issue-panel.module.css';
import styles from './row-panel.module.css';
import { RowPanel } from './row-panel.tsx';

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

/** What an issue went through, what is linked to it, and which measures count it. */
export function IssuePanel({ issue, view, ...panel }: IssuePanelProps) {
  const why = useIssueWhy(issue.id, {
    ...(view.by && { by: view.by }),
    ...(view.hours && { hours: view.hours }),
  });
  const { at, teams, teamBasis } = issue;
  return (
    <RowPanel
      {...panel}
      way={way.map(([key, label]) => [label, at[key]])}
      teams={teams}
      teamBasis={teamBasis}
      why={why}
      below={<Linked issue={issue} />}
      above={why.data !== undefined && <Statuses why={why.data.data} />}
    />
  );
}

function Linked({ issue: { linked, pullRequests } }: { issue: IssueItem }) {
  if (pullRequests === 0) return <p className={styles.basis}>No pull request names it.</p>;
  const others = pullRequests - linked.length;
  return (
    <>
      <h3 className={`${styles.title} ${styles.next}`}>{count(pullRequests, 'pull request')}</h3>
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
