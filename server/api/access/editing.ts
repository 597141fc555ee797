import type { FastifyReply, FastifyRequest } from 'fastify';
import { failure } from '../failure.ts';
import type { Access, Gate } from './access.ts';
import { standingOf } from './standing.ts';
import { isFromOwnPage } from './strangers.ts';

const NOT_ALLOWED = 'This needs the right to edit: send the token of UPTAKE_ADMIN_TOKEN as a bearer';

/** Lets in whoever may edit; what a cookie alone speaks for has to come from our own pages. */
export function refuseOthers({ access, clock }: Gate) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const standing = standingOf(request, access, clock());
    if (standing === 'wrong') return refuse(reply, wrong(access));
    if (standing !== 'editor') {
      return refuse(
        reply,
        `${NOT_ALLOWED}${access.guard?.kind === 'password' ? ', or log in with it' : ''}.`,
      );
    }
    const { guard } = access;
    if (guard !== null && request.headers.authorization === undefined && !isFromOwnPage(request)) {
      return reply
        .code(403)
        .send(failure('foreign-origin', 'Uptake answers only to its own pages.', 'origin'));
    }
  };
}

/** Whether who asks would be let in, for pages that offer to edit. */
export function mayEdit(request: FastifyRequest, { access, clock }: Gate): boolean {
  return standingOf(request, access, clock()) === 'editor';
}

function wrong({ adminToken }: Access): string {
  return adminToken === null
    ? 'No UPTAKE_ADMIN_TOKEN is set here, so that no token is right.'
    : 'This is not the token of UPTAKE_ADMIN_TOKEN. The authorization has to be: Bearer TOKEN.';
}

function refuse(reply: FastifyReply, message: string): FastifyReply {
  reply.header('www-authenticate', 'Bearer');
  return reply.code(401).send(failure('not-allowed', message, 'authorization'));
}
