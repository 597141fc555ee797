import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { accessRoutes } from '../../contract/routes.ts';
import type { Gate, Guard } from '../access/access.ts';
import { attempts } from '../access/attempts.ts';
import { logInPage, PAGE_POLICY } from '../access/log-in-page.ts';
import { ENDED_SESSION, sessionCookie } from '../access/session.ts';
import { isSame, type Role, standingOf } from '../access/standing.ts';
import { isFromOwnPage } from '../access/strangers.ts';
import { failure } from '../failure.ts';

type LogInDeps = Gate & { guard: Guard & { kind: 'password' } };

/** Where the password is asked for, with a page that needs no script. */
export const logInRoutes: FastifyPluginAsync<LogInDeps> = async (app, { access, guard, clock }) => {
  const tries = attempts();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4096 },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  const page = (reply: FastifyReply, status: number, wrong: string | null, next: string) =>
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .headers({ 'cache-control': 'no-store', 'content-security-policy': PAGE_POLICY })
      .send(logInPage(wrong, next));
  const role = (given: string): Role | null => {
    // Both are looked at whatever the first says, so that the time tells nothing.
    const [edits, reads] = [isSame(given, access.adminToken ?? ''), isSame(given, guard.password)];
    if (edits && access.adminToken !== null) return 'editor';
    return reads ? 'reader' : null;
  };

  app.get(accessRoutes.logIn, { schema: { hide: true } }, async (request, reply) => {
    const standing = standingOf(request, access, clock());
    const next = nextOf(new URL(request.url, 'http://here').searchParams.get('next'));
    return standing === 'reader' || standing === 'editor'
      ? reply.redirect(next, 303)
      : page(reply, 200, null, next);
  });
  app.post(accessRoutes.logIn, { schema: { hide: true } }, async (request, reply) => {
    if (!isFromOwnPage(request)) return refused(reply);
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const next = nextOf(form.get('next'));
    const wait = tries.waits(request.ip, clock());
    if (wait > 0) {
      reply.header('retry-after', wait);
      return page(reply, 429, `Too many wrong passwords. Try again in ${Math.ceil(wait / 60)} min.`, next);
    }
    const found = role(form.get('password') ?? '');
    if (found === null) {
      tries.failed(request.ip, clock());
      return page(reply, 401, 'This is not the password.', next);
    }
    reply.header('set-cookie', sessionCookie(found, guard.sessionKey, clock(), isSecure(request)));
    return reply.redirect(next, 303);
  });
  app.post(accessRoutes.logOut, { schema: { hide: true } }, async (request, reply) => {
    if (!isFromOwnPage(request)) return refused(reply);
    reply.header('set-cookie', ENDED_SESSION);
    return reply.redirect(accessRoutes.logIn, 303);
  });
};

function refused(reply: FastifyReply) {
  return reply.code(403).send(failure('foreign-origin', 'Uptake answers only to its own pages.', 'origin'));
}

/** Our own pages speak of the scheme that the browser used, also behind a proxy that speaks HTTPS for us. */
function isSecure({ headers }: FastifyRequest): boolean {
  return headers.origin?.toLowerCase().startsWith('https://') === true;
}

/** A path of ours; nobody is sent elsewhere. */
function nextOf(next: string | null): string {
  const isOwn =
    next !== null && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) && !next.startsWith(accessRoutes.logIn);
  return isOwn ? next : '/';
}
