import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failure } from './failure.ts';

/**
 * Lets in whoever sits at this machine, or sends the admin's token. A token that is wrong is refused at this machine too: who
 * sends one means it.
 */
export function refuseOthers(adminToken: string | null) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      if (isLoopback(request.socket.remoteAddress ?? '')) return;
      return refuse(reply, 'This needs the right to edit: send the token of UPTAKE_ADMIN_TOKEN as a bearer.');
    }
    const given = bearer(authorization);
    if (given === undefined) return refuse(reply, 'The authorization has to be: Bearer TOKEN.');
    if (adminToken === null)
      return refuse(reply, 'No UPTAKE_ADMIN_TOKEN is set here, so that no token is right.');
    if (!isSame(given, adminToken)) return refuse(reply, 'This is not the token of UPTAKE_ADMIN_TOKEN.');
  };
}

/** Whether who asks would be let in, for pages that offer to edit. */
export function mayEdit({ headers, socket }: FastifyRequest, adminToken: string | null): boolean {
  const { authorization } = headers;
  if (authorization === undefined) return isLoopback(socket.remoteAddress ?? '');
  const given = bearer(authorization);
  return given !== undefined && adminToken !== null && isSame(given, adminToken);
}

/** The token that an authorization sends; undefined: it has another form. */
function bearer(authorization: string): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization)?.[1];
}

function refuse(reply: FastifyReply, message: string): FastifyReply {
  reply.header('www-authenticate', 'Bearer');
  return reply.code(401).send(failure('not-allowed', message, 'authorization'));
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
}

/** In a time that tells nothing of how much of it was right. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
