import type { IssuesAnswer, IssuesView } from '../../contract/issue-items.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import { numberOfIssue } from '../../facts/columns/fact-id.ts';
import { idOf } from '../../facts/columns/rows-holding.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { type Cursor, writeCursor } from './cursor.ts';
import { issueListFinding } from './issue-finding.ts';
import { issuesIn, toldOf } from './issue-item.ts';
import { type IssuesQuestion, resolveIssuesQuestion } from './issue-question.ts';
import { selectedIssues } from './issue-selected.ts';
import type { IssueStore } from './issue-store.ts';
import type { ItemTitle } from './item-store.ts';
import { OUTDATED } from './items-answer.ts';
import { pageOf, type Row } from './page.ts';
import { LAST } from './sort-key.ts';
import { type Titled, titledOf } from './title-search.ts';

/** One page of the issues that a question selects. Throws QuestionError at once on what may not be asked. */
export function issuesAnswer(held: Held, store: IssueStore, view: IssuesView): Promise<IssuesAnswer> {
  return answer(held, store, resolveIssuesQuestion(held, view));
}

async function answer(held: Held, store: IssueStore, question: IssuesQuestion): Promise<IssuesAnswer> {
  const { asked, side, span, warnings } = question;
  const { snapshot } = side;
  const cursor = question.cursor?.generation === snapshot.generation ? question.cursor : null;
  const outdated = question.cursor !== null && cursor === null ? [OUTDATED] : [];
  const page = pageOf(snapshot, {
    passing: selectedIssues(question, await titledIssues(question, store)),
    keyOf: issueSortKey(question),
    newestFirst: asked.order === 'desc',
    running: span !== null && span.to === span.end ? span.to : null,
    limit: asked.limit,
    cursor,
  });
  const { rows, count, running, before } = page;
  const told = await toldOf(
    store,
    rows.map(({ chunk, row }) => idOf(snapshot, chunk, row)),
  );
  const issueOf = issuesIn(question);
  const beside = (side: Cursor['side'], found: Row | undefined): string | null => {
    if (found === undefined) return null;
    const id = idOf(snapshot, found.chunk, found.row);
    return writeCursor({ side, generation: snapshot.generation, key: found.key, id }, asked);
  };
  return envelope(held, asked, question.repositories.dataUntil, [...outdated, ...warnings], {
    finding: issueListFinding(question, page),
    zone: snapshot.weeks.zone,
    ...{ count, running, before },
    issues: rows.map(({ chunk, row }) => issueOf(chunk, row, told)),
    next: before + rows.length < count ? beside('after', rows.at(-1)) : null,
    previous: before > 0 ? beside('before', rows[0]) : null,
  });
}

/** The issues with the words asked for in their key or title; null: none are asked for. */
export function titledIssues({ asked, side }: IssuesQuestion, store: IssueStore): Promise<Titled | null> {
  return titledOf(side, { titlesLike: () => numbered(store) }, asked.q);
}

async function* numbered(store: IssueStore): AsyncGenerator<ItemTitle[]> {
  for await (const some of store.allIssueTitles()) {
    yield some.flatMap(({ id, projectId, title }) => {
      const number = numberOfIssue({ id, projectId });
      return number === null ? [] : [{ repositoryId: projectId, number, title }];
    });
  }
}

/** What rows are sorted by, ascending whatever the order: whole numbers. */
export function issueSortKey(question: IssuesQuestion): (chunk: Chunk, row: number) => number {
  const valueAt = sorted(question);
  const sign = question.asked.order === 'asc' ? 1 : -1;
  return (chunk, row) => {
    const value = valueAt(chunk, row);
    return value === UNKNOWN ? LAST : sign * value;
  };
}

function sorted({ asked: { sort }, values }: IssuesQuestion): (chunk: Chunk, row: number) => number {
  if (sort === 'created') return ({ openedAt }, row) => openedAt[row] ?? UNKNOWN;
  if (sort === 'started') return ({ readyAt }, row) => readyAt[row] ?? UNKNOWN;
  if (sort === 'finished') return ({ mergedAt }, row) => mergedAt[row] ?? UNKNOWN;
  return values[sort].itemValue;
}
