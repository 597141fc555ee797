import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Access, Guard } from './access.ts';
import { roleOf } from './session.ts';

export type Role = 'reader' | 'editor';

/** What somebody may do here; null: nothing. `wrong`: they showed something that is not right, and so may do nothing either. */
export type Standing = Role | 'wrong' | null;

/** A bearer that is wrong is refused on this machine too: who sends one means it. */
export function standingOf(request: FastifyRequest, { guard, adminToken }: Access, now: number): Standing {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const given = bearer(authorization);
    if (given === undefined) return 'wrong';
    if (adminToken !== null && isSame(given, adminToken)) return 'editor';
    return guard?.kind === 'password' && isSame(given, guard.password) ? 'reader' : 'wrong';
  }
  if (guard === null) return isLoopback(request.socket.remoteAddress ?? '') ? 'editor' : 'reader';
  return guard.kind === 'password'
    ? roleOf(request.headers.cookie ?? '', guard.sessionKey, now)
    : byProxy(request, guard);
}

function byProxy({ headers, socket }: FastifyRequest, guard: Guard & { kind: 'proxy' }): Role | null {
  const name = headers[guard.header];
  const remote = plainAddress(socket.remoteAddress ?? '');
  const believed = guard.from.some((address) => plainAddress(address) === remote);
  if (!believed || typeof name !== 'string' || name.trim() === '') return null;
  return guard.editors.includes(name.trim()) ? 'editor' : 'reader';
}

/** The token that an authorization sends; undefined: it has another form. */
function bearer(authorization: string): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization)?.[1];
}

export function isLoopback(address: string): boolean {
  return address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(plainAddress(address));
}

/** An address of the fourth version, where it is written as one of the sixth. */
function plainAddress(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
}

/** In a time that tells nothing of how much of it was right. */
export function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
