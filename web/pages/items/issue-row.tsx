import { Fragment, useId } from 'react';
import type { IssueItem, IssuesAnswer, View } from '../../../server/contract/index.ts';
import type { IssueColumn } from './issue-columns.ts';
import { IssuePanel } from './issue-panel.tsx';
import cards from './item-cards.module.css';
import { ShownCell } from './item-cell.tsx';
import { RowName } from './item-name.tsx';
import styles from './items-table.module.css';
import type { Opened } from './use-opened.ts';

export type IssueRowProps = {
  issue: IssueItem;
  answer: IssuesAnswer;
  view: View;
  columns: readonly IssueColumn[];
  opened: Opened;
};

const states: Record<IssueItem['state'], string> = {
  open: 'Open',
  'in-progress': 'In progress',
  finished: 'Finished',
  declined: 'Closed undone',
};
const filled = { open: 'open', 'in-progress': 'open', finished: 'merged', declined: 'closed' } as const;

function Name({ issue, open, panel, toggle }: { issue: IssueItem } & Panelled) {
  const { key, project, type, status, state } = issue;
  const name = [key ?? project, type].filter((part) => part !== null).join(', ');
  // Its status now says more than we make of it.
  const look = { name, state: status ?? states[state], filled: filled[state] };
  return <RowName row={issue} look={look} open={open} panel={panel} toggle={toggle} />;
}

type Panelled = { open: boolean; panel: string; toggle: () => void };

function usePanel({ issue, opened }: Pick<IssueRowProps, 'issue' | 'opened'>): Panelled {
  const panel = useId();
  return { panel, open: opened.is(issue.id), toggle: () => opened.toggle(issue.id) };
}

/** An issue where there is room for a table; it opens below itself. */
export function IssueRow({ issue, answer, view, columns, opened }: IssueRowProps) {
  const panelled = usePanel({ issue, opened });
  const { measure, hours, sort } = answer.asked;
  const { zone } = answer.data;
  return (
    <Fragment>
      <tr className={panelled.open ? styles.open : undefined} data-item={issue.id}>
        <th scope="row">
          <Name issue={issue} {...panelled} />
        </th>
        {columns.map((column) => (
          <td
            key={column.key}
            className={column.numeric ? styles.numeric : undefined}
            data-sorted={column.sort !== null && column.sort === sort}
          >
            <ShownCell shown={column.shown(issue, { zone, hours })} />
          </td>
        ))}
      </tr>
      {panelled.open && (
        <tr className={styles.panel}>
          <td colSpan={columns.length + 1}>
            <div className={styles.inside}>
              <IssuePanel id={panelled.panel} {...{ issue, measure, view, zone }} close={panelled.toggle} />
            </div>
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** Where a table has no room, each issue is a card with the columns below its title. */
export function IssueCard({ issue, answer, view, columns, opened }: IssueRowProps) {
  const panelled = usePanel({ issue, opened });
  const { measure, hours, sort } = answer.asked;
  const { zone } = answer.data;
  return (
    <li className={cards.card} data-item={issue.id}>
      <Name issue={issue} {...panelled} />
      <dl className={cards.values}>
        {columns.map((column) => (
          <div key={column.key} data-sorted={column.sort !== null && column.sort === sort}>
            <dt>{column.label}</dt>
            <dd>
              <ShownCell shown={column.shown(issue, { zone, hours })} />
            </dd>
          </div>
        ))}
      </dl>
      {panelled.open && (
        <div className={cards.panel}>
          <IssuePanel id={panelled.panel} {...{ issue, measure, view, zone }} close={panelled.toggle} />
        </div>
      )}
    </li>
  );
}
