import type { Gate } from './access.ts';
import { sessionCookie } from './session.ts';

/** What a request of the program to itself shows, to be answered as any reader is and no more. */
export function asReader({ access, clock }: Gate): {
  headers: Record<string, string>;
  remoteAddress: string;
} {
  const { guard } = access;
  const shown = { host: 'localhost', accept: 'application/json' };
  if (guard?.kind === 'password') {
    const [cookie = ''] = sessionCookie('reader', guard.sessionKey, clock(), false).split(';');
    return { headers: { ...shown, cookie }, remoteAddress: '127.0.0.1' };
  }
  if (guard?.kind === 'proxy') {
    const [remoteAddress = ''] = guard.from;
    return { headers: { ...shown, [guard.header]: 'uptake' }, remoteAddress };
  }
  return { headers: shown, remoteAddress: '127.0.0.1' };
}
