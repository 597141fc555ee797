import { createHmac, timingSafeEqual } from 'node:crypto';
import { DAY } from '../../model/instant.ts';
import type { Role } from './standing.ts';

export const SESSION = 'uptake_session';
/** A working month, after which the password is asked for again. */
const LASTING = 30 * DAY;

/**
 * The cookie of somebody who has shown the password: who they are is not kept, but until when they may do what, signed with
 * HMAC-SHA256. Scripts cannot read it and no other site's page sends it along.
 * @param secure over HTTPS alone
 */
export function sessionCookie(role: Role, key: Uint8Array, now: number, secure: boolean): string {
  const says = `${role}.${Math.floor((now + LASTING) / 1000)}`;
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', `Max-Age=${LASTING / 1000}`];
  return [`${SESSION}=${says}.${signatureOf(says, key)}`, ...attributes, ...(secure ? ['Secure'] : [])].join(
    '; ',
  );
}

export const ENDED_SESSION = `${SESSION}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;

/** What the session in a header of cookies allows; null: there is none that holds. */
export function roleOf(cookies: string, key: Uint8Array, now: number): Role | null {
  for (const cookie of cookies.split(';')) {
    const [name, value = ''] = cookie.trim().split('=', 2);
    if (name !== SESSION) continue;
    const [role, until, signature = ''] = value.split('.');
    const signed = Buffer.from(signatureOf(`${role}.${until}`, key));
    const given = Buffer.from(signature);
    const holds = given.length === signed.length && timingSafeEqual(given, signed);
    if (holds && now < Number(until) * 1000 && (role === 'reader' || role === 'editor')) return role;
  }
  return null;
}

function signatureOf(says: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(says).digest('base64url');
}
