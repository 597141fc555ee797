import type { Choices, StatusAnswer } from '../../../server/contract/index.ts';
import { useChoices } from '../../api/choices.ts';
import type { PageProps } from '../../api/status.ts';
import { noChoices } from '../../filters/answerable.ts';
import { FilterBar } from '../../filters/filter-bar.tsx';
import { useItems } from '../../filters/use-items.ts';
import { NoAnswer } from '../../ui/no-answer.tsx';
import { NothingYet } from '../../ui/nothing-yet.tsx';
import { PageLinks } from '../../ui/page-links.tsx';
import { ItemList } from './item-list.tsx';
import styles from './items-page.module.css';
import { ItemsSkeleton } from './items-skeleton.tsx';
import { NotUnderstood } from './not-understood.tsx';

/** Which pull requests are behind a number? Names work, never workers. */
export function ItemsPage({ status, away, retry }: PageProps) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>
        Items <span className={styles.question}>Which pull requests are behind a number?</span>
      </h1>
      <ItemsBody status={status} away={away} retry={retry} />
    </div>
  );
}

function ItemsBody({ status, away, retry }: PageProps) {
  const { question } = useItems();
  const choices = useChoices(question.view);
  if (status === undefined) return away ? <NoAnswer retry={retry} /> : <Loading />;
  if (status.data.repositories.length === 0)
    return <NothingYet running={status.data.running} what="The pull requests" />;
  if (choices.isPending) return <Loading />;
  const { team, repo } = question.view;
  // Where it could not be told, the list is still to be had: the server refuses what may not be asked.
  const settled = !choices.isPlaceholderData || (team === undefined && repo === undefined);
  return <Listed status={status} choices={choices.data?.data ?? noChoices} settled={settled} />;
}

type ListedProps = { status: StatusAnswer; choices: Choices; settled: boolean };

/** A list has no percentile and no chart. */
const without = ['stat', 'show'] as const;

function Listed({ status, choices, settled }: ListedProps) {
  const { repositories } = status.data;
  const list = useItems(repositories, choices);
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
      <NotUnderstood list={list} />
      <ItemList list={list} hasTeams={choices.teams.length > 0} settled={settled} />
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
