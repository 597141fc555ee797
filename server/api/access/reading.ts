import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessRoutes, probeRoutes } from '../../contract/routes.ts';
import { failure } from '../failure.ts';
import type { Gate } from './access.ts';
import { standingOf } from './standing.ts';

/** What is answered to anybody: whether the program is well, and where the password is asked for. */
const OPEN: ReadonlySet<string> = new Set([
  probeRoutes.alive,
  probeRoutes.ready,
  ...Object.values(accessRoutes),
]);

/** Lets nobody read who has not shown what the guard wants to see. People are led to where they can, programs are told. */
export function refuseUnknown({ access, clock }: Gate) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (access.guard === null || OPEN.has(path)) return;
    const standing = standingOf(request, access, clock());
    if (standing === 'reader' || standing === 'editor') return;
    reply.header('cache-control', 'no-store');
    if (access.guard.kind === 'proxy') {
      const message = `Log in first: the proxy in front of Uptake has sent no ${access.guard.header}.`;
      return reply.code(401).send(failure('not-logged-in', message));
    }
    const isPage = request.method === 'GET' && /text\/html/.test(request.headers.accept ?? '');
    if (isPage) return reply.redirect(`${accessRoutes.logIn}?next=${encodeURIComponent(request.url)}`, 303);
    reply.header('www-authenticate', 'Bearer');
    const message = `Log in first, at ${accessRoutes.logIn}, or send the password as a bearer.`;
    return reply.code(401).send(failure('not-logged-in', message));
  };
}
