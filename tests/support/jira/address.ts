import type { Deployment } from './field.ts';
import { type Routed, routed } from './routes.ts';

/** The way to a Cloud site through api.atlassian.com, for tokens with scopes. */
export const GATEWAY = '/ex/jira/11111111-2222-3333-4444-555555555555';

/** What a request asks for, and by which way it came. */
export function addressed(
  method: string,
  pathname: string,
  { deployment, contextPath }: { deployment: Deployment; contextPath: string },
): Routed & { gateway: boolean } {
  const gateway = deployment === 'Cloud' && pathname.startsWith(`${contextPath}${GATEWAY}/`);
  const prefix = contextPath + (gateway ? GATEWAY : '');
  const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : '';
  const versions = deployment === 'Cloud' ? 'latest|2|3' : 'latest|2';
  const [, rest] = new RegExp(`^/rest/api/(?:${versions})/(.+?)/?$`).exec(path) ?? [];
  if (rest === undefined) return { call: `${method} ${pathname}`, named: [], route: null, gateway };
  return { ...routed(method, rest, deployment), gateway };
}
