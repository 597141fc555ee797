import { type Answer, json, message } from './answer.ts';
import type { Credentials } from './credentials.ts';
import { limitAnswer } from './fault-answer.ts';
import { type Forge, samlMessage } from './forge.ts';
import { ssoAddress } from './graphql-endpoint.ts';
import type { RateLimit } from './rate-limit.ts';
import type { FakeRepository } from './repository.ts';
import { workflowRuns } from './workflow-runs.ts';

export type RestQuestion = {
  method: string;
  /** Without the prefix of GitHub Enterprise Server. */
  path: string;
  search: URLSearchParams;
  authorization: string | undefined;
  forge: Forge;
  credentials: Credentials;
  viewer: string;
  limits: { core: RateLimit; graphql: RateLimit };
  /** What the fake's addresses begin with, for redirections. */
  base: string;
};

export function answerRest(question: RestQuestion): Answer {
  const { method, path, credentials, limits, viewer } = question;
  if (path.startsWith('/app')) return answerApp(question);
  const holder = credentials.holder(question.authorization);
  if (holder === null) return message(401, 'Bad credentials');
  if (method !== 'GET') return message(404, 'Not Found');
  if (path === '/rate_limit') return json(200, rateLimits(limits));
  if (!limits.core.spend(1)) return limitAnswer('rest');
  if (path === '/') return json(200, { current_user_url: `${question.base}/user` });
  if (path === '/meta') return json(200, { verifiable_password_authentication: false });
  if (path === '/user')
    return holder === 'person'
      ? json(200, { login: viewer, id: 1, type: 'User', name: viewer })
      : message(403, 'Resource not accessible by integration');
  return answerRepository(question);
}

function answerRepository({ path, search, forge, base }: RestQuestion): Answer {
  const named = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path);
  const numbered = /^\/repositories\/(\d+)(\/.*)?$/.exec(path);
  const [owner = '', name = ''] = named?.slice(1) ?? [];
  const repository = named
    ? forge.repositoryNamed(owner, name)
    : numbered && forge.repositoryWithId(Number(numbered[1]));
  if (!repository || forge.hides(repository)) return message(404, 'Not Found');
  if (forge.withholds(repository.owner))
    return message(403, samlMessage, { 'x-github-sso': `required; url=${ssoAddress(forge)}` });
  if (forge.forbids(repository) !== null)
    return message(403, 'Resource not accessible by personal access token');
  const rest = (named ? named[3] : numbered?.[2]) ?? '';
  const present = `${repository.owner}/${repository.name}`.toLowerCase();
  if (named && `${owner}/${name}`.toLowerCase() !== present) {
    const query = search.size > 0 ? `?${search}` : '';
    const location = `${base}/repositories/${repository.databaseId}${rest}${query}`;
    return json(301, { message: 'Moved Permanently', url: location }, { location });
  }
  if (rest === '') return json(200, repositoryBody(repository));
  const runs = /^\/actions\/workflows\/([^/]+)\/runs$/.exec(rest);
  return runs
    ? workflowRuns(repository, decodeURIComponent(runs[1] ?? ''), search)
    : message(404, 'Not Found');
}

function repositoryBody(repository: FakeRepository): object {
  const { id, databaseId, name, owner, isPrivate, isFork, isArchived, defaultBranch } = repository;
  return {
    id: databaseId,
    node_id: id,
    name,
    full_name: `${owner}/${name}`,
    owner: { login: owner },
    private: isPrivate,
    fork: isFork,
    archived: isArchived,
    default_branch: defaultBranch?.name ?? 'main',
    created_at: repository.createdAt,
    pushed_at: repository.pushedAt,
  };
}

function answerApp({ method, path, credentials, authorization }: RestQuestion): Answer {
  const { app } = credentials;
  const reason = credentials.reasonAgainstApp(authorization);
  if (app === null || reason !== null) return message(401, reason ?? 'Bad credentials');
  if (method === 'GET' && path === '/app') return json(200, { id: app.id, slug: app.slug, name: app.slug });
  if (method === 'GET' && path === '/app/installations')
    return json(
      200,
      app.installations.map(({ id, account }) => ({ id, app_id: app.id, account: { login: account } })),
    );
  const wanted = /^\/app\/installations\/(\d+)\/access_tokens$/.exec(path);
  const known = app.installations.some(({ id }) => id === Number(wanted?.[1]));
  if (method !== 'POST' || !known) return message(404, 'Not Found');
  const { token, expiresAt } = credentials.grant(Number(wanted?.[1]));
  const permissions = { contents: 'read', metadata: 'read', pull_requests: 'read', members: 'read' };
  return json(201, { token, expires_at: expiresAt, permissions, repository_selection: 'all' });
}

function rateLimits({ core, graphql }: RestQuestion['limits']): object {
  const of = (one: RateLimit): object => ({
    limit: one.limit,
    used: one.used,
    remaining: one.remaining,
    reset: one.reset,
  });
  return { resources: { core: of(core), graphql: of(graphql) }, rate: of(core) };
}
