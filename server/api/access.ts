import type { FastifyReply, FastifyRequest } from 'fastify';
import { failure } from './failure.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Any page in the reader's browser can send requests to this machine, and a name that it owns can be made to point here.
 * So the request must name this machine by a name that nobody can own, with our port, and come from our own pages.
 */
export async function refuseStrangers(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { host, origin } = request.headers;
  if (host === undefined || !isOurs(host, request.socket.localPort)) {
    return reply
      .code(403)
      .send(failure('foreign-host', 'Uptake answers only on this machine: use localhost.', 'host'));
  }
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    return reply.code(403).send(failure('foreign-origin', 'Uptake answers only to its own pages.', 'origin'));
  }
}

/** Without a port in either: that of HTTP. */
function isOurs(host: string, port = 80): boolean {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
  if (url === null || url.host !== host.toLowerCase().replace(/:80$/, '')) return false;
  return LOOPBACK.has(url.hostname) && (url.port === '' ? 80 : Number(url.port)) === port;
}
