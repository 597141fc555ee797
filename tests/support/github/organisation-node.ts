import { accountNode } from './account-node.ts';
import { type Direction, keysetConnection, listConnection, type PageArguments } from './connection.ts';
import { type Forge, samlRefusal } from './forge.ts';
import type { FakeOrganisation, FakeTeam } from './organisation.ts';
import type { FakeRepository } from './repository.ts';
import { repositoryNode } from './repository-node.ts';

type RepositoryOrder = 'CREATED_AT' | 'NAME' | 'PUSHED_AT' | 'UPDATED_AT' | 'STARGAZERS';

type RepositoryArguments = PageArguments & {
  orderBy?: { field: RepositoryOrder; direction: Direction } | null;
  isArchived?: boolean | null;
  isFork?: boolean | null;
  isLocked?: boolean | null;
  privacy?: 'PRIVATE' | 'PUBLIC' | null;
  visibility?: string | null;
  /** What the asker has to do with them; all of an owner's are its own. */
  affiliations?: string[] | null;
  ownerAffiliations?: string[] | null;
};

/** An organisation or a user who holds repositories. */
export function ownerNode(organisation: FakeOrganisation, forge: Forge): object {
  const { login, kind } = organisation;
  if (forge.withholds(login)) throw samlRefusal();
  return {
    ...accountNode({ login, kind, name: login }),
    databaseId: 1,
    repositories: (args: RepositoryArguments) => repositoriesOf(organisation, forge, args),
    team: ({ slug }: { slug: string }) => {
      const team = organisation.teams.find((one) => one.slug === slug);
      return team === undefined ? null : teamNode(team, organisation);
    },
    teams: ({ rootTeamsOnly: _, ...page }: PageArguments & { rootTeamsOnly?: boolean }) =>
      listConnection(organisation.teams, page, (team) => teamNode(team, organisation)),
  };
}

function repositoriesOf(organisation: FakeOrganisation, forge: Forge, args: RepositoryArguments): object {
  const { orderBy, isArchived, isFork, isLocked, privacy, visibility, ownerAffiliations } = args;
  if (ownerAffiliations && !ownerAffiliations.includes('OWNER'))
    return listConnection([], args, (none) => none);
  const wanted = organisation.repositories.filter(
    (one) =>
      !forge.hides(one) &&
      (isArchived ?? one.isArchived) === one.isArchived &&
      (isFork ?? one.isFork) === one.isFork &&
      isLocked !== true &&
      (privacy ?? visibility ?? visibilityOf(one)) === visibilityOf(one),
  );
  const { field, direction } = orderBy ?? { field: 'CREATED_AT', direction: 'ASC' };
  const sign = direction === 'ASC' ? 1 : -1;
  const sorted = wanted
    .map((item) => ({ value: sortValue(item, field), id: item.databaseId, item }))
    .sort((a, b) => sign * (a.value < b.value ? -1 : a.value > b.value ? 1 : a.id - b.id));
  return keysetConnection(sorted, direction, args, (item) => {
    const reason = forge.forbids(item);
    return reason ?? repositoryNode(item, organisation.kind);
  });
}

function visibilityOf(repository: FakeRepository): string {
  return repository.isPrivate ? 'PRIVATE' : 'PUBLIC';
}

function sortValue(repository: FakeRepository, field: RepositoryOrder): string {
  if (field === 'NAME') return repository.name.toLowerCase();
  if (field === 'CREATED_AT') return repository.createdAt;
  if (field === 'STARGAZERS') return '0';
  return repository.pushedAt;
}

export function teamNode(team: FakeTeam, organisation: FakeOrganisation): object {
  const { slug, name, id, members } = team;
  return {
    __typename: 'Team',
    id: `T_${id}`,
    databaseId: id,
    ...{ slug, name },
    combinedSlug: `${organisation.login}/${slug}`,
    privacy: 'VISIBLE',
    description: null,
    parentTeam: null,
    organization: { __typename: 'Organization', login: organisation.login },
    members: ({ membership: _, ...page }: PageArguments & { membership?: string }) =>
      listConnection(members, page, (login) => accountNode({ login, kind: 'User' })),
  };
}
