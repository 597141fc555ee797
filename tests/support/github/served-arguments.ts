import { type FieldNode, GraphQLError } from 'graphql';

const paging = ['first', 'last', 'after', 'before'];

/** Arguments that are heeded beyond paging. A filter passed over in silence would make the fake answer what GitHub does not. */
const heeded: Record<string, readonly string[]> = {
  'Query.rateLimit': ['dryRun'],
  'Query.organization': ['login'],
  'Query.user': ['login'],
  'Query.repositoryOwner': ['login'],
  'Query.repository': ['owner', 'name', 'followRenames'],
  'Query.node': ['id'],
  'Query.nodes': ['ids'],
  'Organization.team': ['slug'],
  'Organization.teams': ['rootTeamsOnly'],
  'Team.members': ['membership'],
  'Repository.object': ['expression', 'oid'],
  'Repository.pullRequest': ['number'],
  'Repository.pullRequests': ['orderBy', 'states', 'baseRefName', 'headRefName'],
  'Repository.deployments': ['orderBy', 'environments'],
  'Repository.releases': ['orderBy'],
  'Ref.compare': ['headRef'],
  'PullRequest.reviews': ['states'],
  'PullRequest.timelineItems': ['itemTypes'],
};

const ofOwners = [
  ...['orderBy', 'isArchived', 'isFork', 'isLocked', 'privacy', 'visibility'],
  ...['affiliations', 'ownerAffiliations'],
];

/** @throws {GraphQLError} when a field is asked with an argument that the fake would pass over */
export function checkArguments(type: string, field: FieldNode): void {
  const name = field.name.value;
  const known = name === 'repositories' ? ofOwners : (heeded[`${type}.${name}`] ?? []);
  for (const argument of field.arguments ?? []) {
    const given = argument.name.value;
    if (!paging.includes(given) && !known.includes(given))
      throw new GraphQLError(`The fake GitHub does not heed the argument ${given} of ${type}.${name}`);
  }
}
