import type { Commit } from '../server/model/commit.ts';
import type { Repository } from '../server/model/repository.ts';

export const repository: Repository = {
  id: 'git:example.com/acme/shop',
  name: 'acme/shop',
  source: 'git',
  defaultBranch: 'main',
  externalId: null,
  deployedBy: null,
  codeOwners: null,
};

const ada = { name: 'Ada', email: 'ada@example.com' };

/** Commits with ids in no order, as real ones are. */
export function someCommits(count: number): Commit[] {
  return Array.from({ length: count }, (_, at) => ({
    repositoryId: repository.id,
    sha: ((at * 2_654_435_761) % 2 ** 32).toString(16).padStart(40, '0'),
    parents: [],
    author: ada,
    authorLogin: null,
    authoredAt: at,
    committer: ada,
    committedAt: at,
    message: `change ${at}`,
    reverts: [],
  }));
}
