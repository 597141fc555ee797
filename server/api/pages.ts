import { join, sep } from 'node:path';
import type { FastifyStaticOptions } from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routes } from '../contract/routes.ts';
import { failure } from './failure.ts';

/** How the built pages are kept by browsers. Vite names what is in assets by its contents: those files never change. */
export function pageOptions(webRoot: string): FastifyStaticOptions {
  const assets = join(webRoot, 'assets') + sep;
  return {
    root: webRoot,
    dotfiles: 'ignore',
    cacheControl: false,
    // The build packs each file once and well, rather than the server anew and badly for everybody who asks.
    preCompressed: true,
    setHeaders(reply, path) {
      reply.header(
        'cache-control',
        path.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  };
}

/** A page's address that only the pages themselves know gets the pages; all else the one error shape. */
export function answerNotFound(webRoot: string | null) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = request.url.split('?', 1)[0] ?? '';
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads && isRoute(path)) {
      const message = `${path} can only be read.`;
      return reply.code(405).header('allow', 'GET, HEAD').send(failure('method-not-allowed', message));
    }
    if (webRoot !== null && reads && isPage(path, request.headers.accept))
      return reply.sendFile('index.html');
    return reply.code(404).send(failure('not-found', `There is nothing at ${path}.`));
  };
}

/** A path without an ending like a file's, asked for by somebody who takes a page: a browser, or a tool that takes anything. */
function isPage(path: string, accept = '*/*'): boolean {
  return !path.startsWith('/api/') && !/\.[^/]*$/.test(path) && /text\/html|\*\/\*/.test(accept);
}

function isRoute(path: string): boolean {
  const parts = path.split('/');
  return Object.values(routes).some((route) => {
    const pattern = route.split('/');
    return (
      pattern.length === parts.length &&
      pattern.every((part, index) => part.startsWith(':') || part === parts[index])
    );
  });
}
