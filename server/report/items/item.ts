import type { Item } from '../../contract/items.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { AI_LEVELS, type Columns, UNKNOWN } from '../../facts/columns/column.ts';
import { idOf } from '../../facts/columns/rows-holding.ts';
import { isoInstant, MINUTE } from '../../model/instant.ts';
import type { Held } from '../live.ts';
import { forgeLink } from './forge-link.ts';
import { itemHours } from './item-hours.ts';
import { stateOf } from './item-state.ts';
import type { ItemsQuestion } from './items-question.ts';
import { shortWhy } from './short-why.ts';
import { shownTeams } from './shown-teams.ts';
import { shownTitle } from './shown-title.ts';

type Titles = ReadonlyMap<string, string>;

/** Turns rows of the columns into items; `titles` are those that the store has, by id. */
export function itemsIn(
  held: Held,
  question: ItemsQuestion,
): (chunk: Chunk, row: number, titles: Titles) => Item {
  const { snapshot, freshness } = held;
  const repositories = new Map(freshness.map((one) => [one.repositoryId, one]));
  const teamsOf = shownTeams(held, question);
  const toolsIn = (set: number): string[] => JSON.parse(snapshot.toolSets.values[set] ?? '[]');
  const whyOf = shortWhy(question);
  return (chunk, row, titles) => {
    const id = idOf(snapshot, chunk, row);
    const repositoryId = snapshot.repositories.values[chunk.repository[row] ?? 0] ?? '';
    const repository = repositories.get(repositoryId);
    const number = known(chunk.number, row);
    const title = titles.get(id);
    return {
      id,
      repository: repository?.name ?? repositoryId,
      number,
      title: title === undefined ? null : shownTitle(title),
      link: repository === undefined ? null : forgeLink(repository, id, number),
      state: stateOf(chunk, row),
      at: instantsOf(chunk, row),
      hours: itemHours(chunk, row, question),
      lines: known(chunk.lines, row),
      files: known(chunk.files, row),
      ...teamsOf(chunk, row),
      aiLevel: AI_LEVELS[chunk.aiLevel[row] ?? 0] ?? null,
      aiTools: toolsIn(chunk.toolSet[row] ?? 0),
      ...whyOf(chunk, row),
    };
  };
}

function instantsOf(chunk: Chunk, row: number): Item['at'] {
  const at = (column: Columns[keyof Columns]) => {
    const minute = known(column, row);
    return minute === null ? null : isoInstant(minute * MINUTE);
  };
  return {
    firstCommit: at(chunk.firstCommitAt),
    opened: at(chunk.openedAt),
    ready: at(chunk.readyAt),
    firstReview: at(chunk.firstReviewAt),
    approved: at(chunk.approvedAt),
    merged: at(chunk.mergedAt),
    closed: at(chunk.closedAt),
    deployed: at(chunk.deployedAt),
  };
}

function known(column: Columns[keyof Columns], row: number): number | null {
  const value = column[row] ?? UNKNOWN;
  return value === UNKNOWN ? null : value;
}
