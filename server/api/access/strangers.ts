import type { FastifyReply, FastifyRequest } from 'fastify';
import { probeRoutes } from '../../contract/routes.ts';
import { failure } from '../failure.ts';
import type { Access, Gate } from './access.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Asked by orchestrators under whatever address a container has; they tell nothing. */
const PROBES: ReadonlySet<string> = new Set([probeRoutes.alive, probeRoutes.ready]);

/**
 * Any page in the reader's browser can send requests to this machine, and a name that it owns can be made to point here.
 * So the request must name us by a name that nobody else can own, and come from our own pages. The port is not looked at: a tunnel
 * or a proxy may have another one, and no page of a foreign name gets any nearer by it.
 */
export function refuseStrangers({ access }: Pick<Gate, 'access'>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { host, origin } = request.headers;
    if (PROBES.has(request.url)) return;
    if (host === undefined || !isOurs(host, access)) {
      const message = access.beyond
        ? 'Uptake does not answer to this name: add it to address.names in uptake.yaml.'
        : 'Uptake answers only on this machine: use localhost.';
      return reply.code(403).send(failure('foreign-host', message, 'host'));
    }
    if (origin !== undefined && !isOwnOrigin(origin, host)) {
      return reply
        .code(403)
        .send(failure('foreign-origin', 'Uptake answers only to its own pages.', 'origin'));
    }
  };
}

/** Whether a request comes from one of our pages: what changes something on the strength of a cookie has to say so. */
export function isFromOwnPage({ headers }: FastifyRequest): boolean {
  const { host, origin } = headers;
  return host !== undefined && origin !== undefined && isOwnOrigin(origin, host);
}

/** A proxy in front may speak HTTPS where we speak HTTP. */
function isOwnOrigin(origin: string, host: string): boolean {
  const own = host.toLowerCase();
  return origin.toLowerCase() === `http://${own}` || origin.toLowerCase() === `https://${own}`;
}

function isOurs(host: string, { names, beyond }: Access): boolean {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
  if (url === null || url.host !== host.toLowerCase().replace(/:80$/, '')) return false;
  const { hostname } = url;
  // Nobody owns an address as one owns a name.
  const isAddress = beyond && /^(\d+\.\d+\.\d+\.\d+|\[.*\])$/.test(hostname);
  return LOOPBACK.has(hostname) || isAddress || names.includes(hostname);
}
