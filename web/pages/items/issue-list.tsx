import { useRef } from 'react';
import type { IssuesAnswer, IssuesView } from '../../../server/contract/index.ts';
import { issuesCsvAddress, useIssuesPage } from '../../api/issues.ts';
import type { Issues } from '../../filters/use-items.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { PlainState } from '../../ui/plain-state.tsx';
import { issueColumnsOf } from './issue-columns.ts';
import { IssueCard, IssueRow, type IssueRowProps } from './issue-row.tsx';
import { IssuesChips } from './issues-chips.tsx';
import { IssuesNarrowing } from './issues-narrowing.tsx';
import cards from './item-cards.module.css';
import styles from './item-list.module.css';
import { Cautions, toTop } from './item-list.tsx';
import { ItemsPager } from './items-pager.tsx';
import { ItemsSkeleton } from './items-skeleton.tsx';
import table from './items-table.module.css';
import { Head } from './items-table.tsx';
import { NotListed } from './not-listed.tsx';
import { useNarrow } from './use-narrow.ts';
import { useOpened } from './use-opened.ts';

type IssueListProps = { list: Issues; hasTeams: boolean; settled: boolean };

/** The list of issues that the address asks for: asked, waited for, and shown page by page. */
export function IssueList({ list, hasTeams, settled }: IssueListProps) {
  const { place, question } = list;
  const asked = askedBy(list);
  const page = useIssuesPage(asked, settled);
  const narrow = useNarrow();
  const group = place.columns ?? 'overview';
  const columns = issueColumnsOf(group, hasTeams);
  usePageTitle('Items', page.data?.data.finding ?? null);
  return (
    <>
      <IssuesChips list={list} />
      <IssuesNarrowing
        list={list}
        columns={group}
        sorted={page.data?.asked ?? null}
        csv={issuesCsvAddress(asked)}
        narrow={narrow}
      />
      {page.data !== undefined && !page.isError && (
        <Page answer={page.data} {...{ list, columns, narrow }} waiting={page.isPlaceholderData} />
      )}
      {page.isPending && <ItemsSkeleton />}
      {page.isError && (
        <NotListed error={page.error} list={list} view={question.view} retry={() => void page.refetch()} />
      )}
    </>
  );
}

/** Which percentile a figure shows and what it parts is nothing to a list. */
function askedBy({ place, question }: Issues): IssuesView {
  const { columns: _columns, of: _of, ...narrowing } = place;
  const { stat: _stat, since: _since, ...view } = question.view;
  return { ...view, ...narrowing };
}

type Shown = Omit<IssueRowProps, 'issue'>;
type PageProps = Pick<Shown, 'answer' | 'columns'> & { list: Issues; narrow: boolean; waiting: boolean };

function Page({ answer, list, columns, narrow, waiting }: PageProps) {
  const { data, warnings, asked } = answer;
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useOpened(asked.id ?? undefined);
  const shown = { answer, view: list.question.view, columns, opened };
  const outdated = warnings.find(({ code }) => code === 'cursor-outdated');
  const sortBy = (sort: string, order: string) => list.go(list.hrefWith({ sort, order }));
  return (
    <div className={styles.list} aria-busy={waiting}>
      {outdated !== undefined && <Notice dismiss={list.restart}>{outdated.message}</Notice>}
      <h2 ref={heading} className={styles.finding} tabIndex={-1}>
        {data.finding}
      </h2>
      {data.issues.length === 0 ? (
        <NoIssues answer={answer} list={list} />
      ) : (
        <>
          {narrow ? <Cards {...shown} /> : <Table {...shown} sortBy={sortBy} />}
          <ItemsPager
            data={{ ...data, shown: data.issues.length }}
            list={list}
            turned={() => toTop(heading.current)}
          />
        </>
      )}
      <Cautions warnings={warnings.filter((one) => one !== outdated)} />
    </div>
  );
}

/** A box that scrolls must take the focus, or Safari's keyboard could not scroll it. */
const scrolledByKeys = { tabIndex: 0 };

function Table({ sortBy, ...shown }: Shown & { sortBy: (sort: string, order: string) => void }) {
  const { answer, columns } = shown;
  const { asked, data } = answer;
  return (
    <section className={table.scroller} aria-label={`Issues: ${data.finding}`} {...scrolledByKeys}>
      <table className={table.table} data-rows="items">
        <caption className="heard">{data.finding}</caption>
        <thead>
          <tr>
            <th scope="col">Title</th>
            {columns.map((column) => (
              <Head key={column.key} column={column} asked={asked} sortBy={sortBy} />
            ))}
          </tr>
        </thead>
        <tbody>
          {data.issues.map((issue) => (
            <IssueRow key={issue.id} issue={issue} {...shown} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cards(shown: Shown) {
  const { data } = shown.answer;
  return (
    <ul className={cards.cards} aria-label={data.finding} data-rows="items">
      {data.issues.map((issue) => (
        <IssueCard key={issue.id} issue={issue} {...shown} />
      ))}
    </ul>
  );
}

/** The list is empty: says so, and takes off what made it so. */
function NoIssues({ answer, list }: { answer: IssuesAnswer; list: Issues }) {
  const { measure, week, state, leftOut, linked, q, id } = answer.asked;
  const narrowed = [measure, week, state, leftOut, linked, q, id].some((one) => one !== null);
  const { of: _of, columns: _columns, sort: _sort, order: _order, ...all } = list.place;
  const none = Object.fromEntries(Object.keys(all).map((name) => [name, undefined]));
  return (
    <PlainState title="Nothing in this list.">
      <p>
        {narrowed
          ? 'Nothing fits all that the list is narrowed to. This is an answer, not a failure.'
          : 'No issue was read for these filters and this window.'}
      </p>
      {narrowed ? (
        <Button press={() => list.go(list.hrefWith(none))}>Show all issues</Button>
      ) : (
        <Button press={list.clear}>Clear the filters</Button>
      )}
    </PlainState>
  );
}
