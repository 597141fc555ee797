import { accountNode } from './account-node.ts';
import type { FakeCommit } from './commit.ts';
import { historyFrom } from './commit-history.ts';
import { listConnection, type PageArguments } from './connection.ts';
import type { FakeRepository } from './repository.ts';

/** A commit of which only its place in the history is known: its id, its parents and its date. */
export function placedCommitNode(oid: string, repository: FakeRepository): object {
  return {
    __typename: 'Commit',
    id: `C_${repository.databaseId}_${oid}`,
    oid,
    committedDate: () => placeOf(oid, repository).committedDate,
    parents: (page: PageArguments) =>
      listConnection(placeOf(oid, repository).parents, page, (parent) =>
        placedCommitNode(parent, repository),
      ),
    history: (page: PageArguments) =>
      listConnection(historyFrom(oid, repository.graph), page, (one) => placedCommitNode(one, repository)),
  };
}

/** A commit with its message and its people. */
export function commitNode(commit: FakeCommit, repository: FakeRepository): object {
  const { oid, message, authoredDate, committedDate, checks } = commit;
  return {
    ...placedCommitNode(oid, repository),
    message,
    messageHeadline: () => message.split('\n')[0],
    authoredDate,
    committedDate,
    author: () => {
      const { name, email, login } = commit.author;
      const user = login === null ? null : accountNode({ login, kind: 'User', name, email });
      return { name, email, date: authoredDate, user };
    },
    committer: () => ({ ...commit.committer, date: committedDate, user: null }),
    statusCheckRollup: () => (checks === null ? null : { id: `SCR_${oid}`, state: checks }),
    url: () => `https://github.com/${repository.owner}/${repository.name}/commit/${oid}`,
  };
}

function placeOf(oid: string, repository: FakeRepository): { parents: string[]; committedDate: string } {
  const place = repository.graph[oid];
  if (place === undefined) throw new Error(`The fake GitHub has commit ${oid} in no graph`);
  return place;
}
