import { lazy, Suspense } from 'react';
import { useSearch } from 'wouter';
import type { Choices, StatusAnswer } from '../../../server/contract/index.ts';
import { useChoices } from '../../api/choices.ts';
import type { PageProps } from '../../api/status.ts';
import { noChoices } from '../../filters/answerable.ts';
import { FilterBar } from '../../filters/filter-bar.tsx';
import { listsIssues } from '../../filters/issues-filters.ts';
import { type AnyList, useIssues, useItems } from '../../filters/use-items.ts';
import { NoAnswer } from '../../ui/no-answer.tsx';
import { NotUnderstood } from '../../ui/not-understood.tsx';
import { NothingYet } from '../../ui/nothing-yet.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLinks } from '../../ui/page-links.tsx';
import { ItemList } from './item-list.tsx';
import styles from './items-page.module.css';
import { ItemsSkeleton } from './items-skeleton.tsx';
import { KindSwitch } from './kind-switch.tsx';

const IssueList = lazy(async () => ({ default: (await import('./issue-list.tsx')).IssueList }));

/** Which pull requests and issues are behind a number? Names work, never workers. */
export function ItemsPage({ status, away, retry }: PageProps) {
  const tracked = (status?.data.projects.length ?? 0) > 0;
  return (
    <Page
      name="Items"
      question={tracked ? 'Which work is behind a number?' : 'Which pull requests are behind a number?'}
    >
      <div className={styles.list}>
        <ItemsBody status={status} away={away} retry={retry} />
      </div>
    </Page>
  );
}

function ItemsBody({ status, away, retry }: PageProps) {
  const { question } = useItems();
  const choices = useChoices(question.view);
  const asksIssues = listsIssues(useSearch());
  if (status === undefined) return away ? <NoAnswer retry={retry} /> : <Loading />;
  const { repositories, projects, running } = status.data;
  if (repositories.length + projects.length === 0)
    return <NothingYet running={running} what="The pull requests" />;
  if (choices.isPending) return <Loading />;
  const { team, repo } = question.view;
  // Where it could not be told, the list is still to be had: the server refuses what may not be asked.
  const settled = !choices.isPlaceholderData || (team === undefined && repo === undefined);
  const Listed = asksIssues || repositories.length === 0 ? ListedIssues : ListedItems;
  return <Listed status={status} choices={choices.data?.data ?? noChoices} settled={settled} />;
}

type ListedProps = { status: StatusAnswer; choices: Choices; settled: boolean };

function ListedItems({ status, choices, settled }: ListedProps) {
  const list = useItems(status.data.repositories, choices);
  return (
    <>
      <Filters list={list} status={status} choices={choices} issues={false} />
      <ItemList list={list} hasTeams={choices.teams.length > 0} settled={settled} />
    </>
  );
}

function ListedIssues({ status, choices, settled }: ListedProps) {
  const list = useIssues(status.data.repositories, choices);
  return (
    <>
      <Filters list={list} status={status} choices={choices} issues={true} />
      <Suspense fallback={<ItemsSkeleton />}>
        <IssueList list={list} hasTeams={choices.teams.length > 0} settled={settled} />
      </Suspense>
    </>
  );
}

/** A list has no percentile and no chart. */
const without = ['stat', 'show'] as const;

type FiltersProps = { list: AnyList; status: StatusAnswer; choices: Choices; issues: boolean };

function Filters({ list, status, choices, issues }: FiltersProps) {
  const { repositories, projects } = status.data;
  return (
    <>
      <FilterBar
        question={list.question}
        ask={list.ask}
        clear={list.clear}
        repositories={repositories}
        choices={choices}
        without={without}
      >
        <PageLinks />
      </FilterBar>
      {projects.length > 0 && <KindSwitch issues={issues} view={list.question.view} />}
      <NotUnderstood
        unknown={list.unknown}
        folded={list.question.folded}
        what="The list is"
        forget={list.forget}
      />
    </>
  );
}

function Loading() {
  const { question, ask, clear } = useItems();
  const { repo } = question.view;
  return (
    <>
      {/* The bar itself, so that nothing below it moves when it can be used. */}
      <div inert>
        <FilterBar
          question={question}
          ask={ask}
          clear={clear}
          repositories={repo === undefined ? [] : [{ id: repo, name: repo, source: '' }]}
          choices={noChoices}
          without={without}
        >
          <PageLinks />
        </FilterBar>
      </div>
      <ItemsSkeleton />
    </>
  );
}
