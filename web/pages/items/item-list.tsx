import { useRef } from 'react';
import type { ItemsAnswer, ItemsView } from '../../../server/contract/index.ts';
import { itemsCsvAddress, useItemsPage } from '../../api/items.ts';
import type { Items } from '../../filters/use-items.ts';
import { Notice } from '../../ui/notice.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { ItemCards } from './item-cards.tsx';
import { columnsOf, groupFor } from './item-columns.ts';
import styles from './item-list.module.css';
import { ItemsChips } from './items-chips.tsx';
import { ItemsNarrowing } from './items-narrowing.tsx';
import { ItemsPager } from './items-pager.tsx';
import { ItemsSkeleton } from './items-skeleton.tsx';
import { ItemsTable } from './items-table.tsx';
import { NoItems } from './no-items.tsx';
import { NotListed } from './not-listed.tsx';
import { useNarrow } from './use-narrow.ts';
import { useOpened } from './use-opened.ts';

type ItemListProps = {
  list: Items;
  hasTeams: boolean;
  /** Whether it is known that the question may be asked. */
  settled: boolean;
};

/** The list that the address asks for: asked, waited for, and shown page by page. */
export function ItemList({ list, hasTeams, settled }: ItemListProps) {
  const { place, question } = list;
  const asked = askedBy(list);
  const page = useItemsPage(asked, settled);
  const narrow = useNarrow();
  const group = place.columns ?? groupFor(place.measure);
  usePageTitle('Items', page.data?.data.finding ?? null);
  return (
    <>
      <ItemsChips list={list} />
      <ItemsNarrowing
        list={list}
        columns={group}
        sorted={page.data?.asked ?? null}
        csv={itemsCsvAddress(asked)}
        narrow={narrow}
      />
      {page.data !== undefined && !page.isError && (
        <Page
          answer={page.data}
          list={list}
          columns={columnsOf(group, hasTeams)}
          narrow={narrow}
          waiting={page.isPlaceholderData}
        />
      )}
      {page.isPending && <ItemsSkeleton />}
      {page.isError && (
        <NotListed error={page.error} list={list} view={question.view} retry={() => void page.refetch()} />
      )}
    </>
  );
}

/** Which percentile a figure shows and what it parts is nothing to a list. */
function askedBy({ place, question }: Items): ItemsView {
  const { columns: _columns, ...narrowing } = place;
  const { stat: _stat, since: _since, ...view } = question.view;
  return { ...view, ...narrowing };
}

type PageProps = {
  answer: ItemsAnswer;
  list: Items;
  columns: ReturnType<typeof columnsOf>;
  narrow: boolean;
  waiting: boolean;
};

function Page({ answer, list, columns, narrow, waiting }: PageProps) {
  const { data, warnings, asked } = answer;
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useOpened(asked.id ?? undefined);
  const shown = {
    answer,
    view: list.question.view,
    columns,
    opened,
    sortBy: (sort: string, order: string) => list.go(list.hrefWith({ sort, order })),
  };
  const outdated = warnings.find(({ code }) => code === 'cursor-outdated');
  return (
    <div className={styles.list} aria-busy={waiting}>
      {outdated !== undefined && <Notice dismiss={list.restart}>{outdated.message}</Notice>}
      <h2 ref={heading} className={styles.finding} tabIndex={-1}>
        {data.finding}
      </h2>
      {data.items.length === 0 ? (
        <NoItems answer={answer} list={list} />
      ) : (
        <>
          {narrow ? <ItemCards {...shown} /> : <ItemsTable {...shown} />}
          <ItemsPager
            data={{ ...data, shown: data.items.length }}
            list={list}
            turned={() => toTop(heading.current)}
          />
        </>
      )}
      <Cautions warnings={warnings.filter((one) => one !== outdated)} />
    </div>
  );
}

/** The reader begins again at the top of the next page, also one who hears it. */
export function toTop(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}

/** What to beware of, below the list. */
export function Cautions({ warnings }: { warnings: ItemsAnswer['warnings'] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.cautions}>
      {warnings.map(({ code, message }) => (
        <li key={`${code} ${message}`}>{message}</li>
      ))}
    </ul>
  );
}
