import { Type } from 'typebox';
import { isoInstant, SECOND } from '../../model/instant.ts';
import type { StoredRows } from '../../model/rows.ts';
import { clockSkew } from '../../net/clock-skew.ts';
import { SourceError } from '../../net/source-error.ts';
import { RATE_LIMIT } from './answer.ts';
import { beginRun } from './begin-run.ts';
import type { GithubClient } from './client.ts';
import type { GithubSourceConfig } from './config.ts';
import type { GithubOutside } from './outside.ts';
import { reader } from './payload.ts';
import type { Run } from './run.ts';
import { type Scope, scopeOf } from './scope.ts';
import { teamsOf } from './teams.ts';

export type GithubCheck = { what: string; ok: boolean; says: string };

const VIEWER = `query Viewer { ${RATE_LIMIT} viewer { login } }`;
const readViewer = reader(Type.Object({ viewer: Type.Object({ login: Type.String() }) }));

const NOTHING_STORED: StoredRows = {
  cursor: async () => null,
  towards: async () => null,
  mergeShas: async () => new Map(),
  sized: async () => new Set(),
  watchedUntil: async () => 0,
  mainlineFrom: async () => [],
  repositories: async () => [],
  landedAt: async () => new Map(),
  placedDeployments: async () => new Map(),
  branchKnown: async () => ({ newest: null, oldest: null, firstDeployedAt: null }),
  branchPositions: async () => new Map(),
};

/** Checks one thing after another, without reading anything; what rests on something that failed is not checked. */
export async function checkGithub(
  config: GithubSourceConfig,
  outside: GithubOutside,
): Promise<GithubCheck[]> {
  const { signal } = new AbortController();
  const count = { done: 0, of: 0 };
  const checks: GithubCheck[] = [];
  const check = async <T>(
    what: string,
    look: () => Promise<{ says: string; value: T }>,
  ): Promise<T | null> => {
    try {
      const { says, value } = await look();
      checks.push({ what, ok: true, says });
      return value;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      checks.push({ what, ok: false, says: error.message });
      return null;
    }
  };
  const run = await check('token', async () => {
    const hasty = { ...config, patience: 0 };
    const value = await beginRun(hasty, outside, {
      ...{ stored: NOTHING_STORED, signal, count },
      progress,
      tries: 1,
    });
    return { says: await tokenOf(value, outside), value };
  });
  if (run === null) return checks;
  checks.push(...scopes(run.client), clock(run), limit(run));
  const scope = await check('repositories', async () => {
    const value = await scopeOf(run);
    return { says: `${value.repositories.length} to be read`, value };
  });
  if (scope === null) return checks;
  checks.push(...leftOut(scope));
  if (scope.owner?.isOrganization) {
    const step = await teamsOf(scope.owner.login, run);
    const says = 'teams' in step ? `${step.teams.teams.length}` : 'leftOut' in step ? step.leftOut : '';
    checks.push({ what: 'teams', ok: 'teams' in step, says });
  }
  return checks;
}

function progress(): void {}

async function tokenOf({ asker, host, client }: Run & { client: GithubClient }, { auth }: GithubOutside) {
  const { data } = await asker.ask({ text: VIEWER, variables: {} });
  if ('appId' in auth) return `the GitHub App ${auth.appId}`;
  const expires = client.seen()?.headers['github-authentication-token-expiration'];
  const until = expires === undefined ? '' : `; it expires on ${expires}`;
  return `${readViewer(data, host).viewer.login}${until}`;
}

/** Only classic tokens have scopes. */
function scopes(client: GithubClient): GithubCheck[] {
  const header = client.seen()?.headers['x-oauth-scopes'];
  if (header === undefined) return [];
  const granted = header.split(/,\s*/);
  const lacks = [
    granted.includes('repo') ? [] : 'repo (without it private repositories stay unseen)',
    granted.some((scope) => /^(read|write|admin):org$/.test(scope)) ? [] : 'read:org (without it no teams)',
  ].flat();
  if (lacks.length === 0) return [{ what: 'scopes', ok: true, says: header }];
  return [{ what: 'scopes', ok: false, says: `The token lacks ${lacks.join(' and ')}. Add it at GitHub.` }];
}

function clock({ asker }: Run): GithubCheck {
  const skew = clockSkew(asker.ahead(), "GitHub's");
  return {
    what: 'clock',
    ok: skew === null,
    says: skew ?? `as GitHub's, to ${Math.round(Math.abs(asker.ahead()) / SECOND)} s`,
  };
}

function limit({ asker }: Run): GithubCheck {
  const points = asker.points();
  if (points === null) return { what: 'limit', ok: true, says: 'none' };
  const { remaining, limit: all, resetAt } = points;
  const says = `${remaining} of ${all} points left until ${isoInstant(Date.parse(resetAt))}`;
  return { what: 'limit', ok: remaining > 0, says };
}

function leftOut({ steps, unseen }: Scope): GithubCheck[] {
  const said = steps.flatMap((step) => ('leftOut' in step ? step.leftOut : []));
  return [
    ...said.map((says) => ({ what: 'left out', ok: true, says })),
    ...unseen.map((says) => ({ what: 'not found', ok: false, says })),
  ];
}
