import { type Identity, loginIdentity, trackerIdentity } from '../model/identity.ts';
import { emailIdentity } from './identity-key.ts';

const LOGIN = /^@?[a-z\d][\w.-]{0,98}(?:\[bot\])?$/i;
/** `712020:0ad1-..` on Cloud, `JIRAUSER10100` or an old user name on a Data Center. */
const TRACKER = /^(?:([\w.:-]+)\/)?([\w.:@-]{1,128})$/;
const EMAIL = /^[^\s@,;"<>]{1,64}@[^\s@,;"<>]{1,255}$/;

/** The forges that logins may be of; without one named, GitHub's own. */
function only(hosts: readonly string[]): string | undefined {
  return hosts.length === 0 ? 'github.com' : hosts.length === 1 ? hosts[0] : undefined;
}

/**
 * Somebody as people write it: an e-mail address, a login (`ada`, `@ada`), where there are several forges `HOST/ada`, or an
 * identity as it is listed (`login:HOST/ada`, `tracker:HOST/557058:af..`; of a tracker that is the only one without its HOST).
 * `fault` goes on after what was written: "ada b is ...".
 */
export function readIdentity(
  written: string,
  hosts: readonly string[],
  trackers: readonly string[] = [],
): { identity: Identity } | { fault: string } {
  const text = written.trim();
  if (/^tracker:/i.test(text)) return readTracker(text.slice('tracker:'.length), trackers);
  const [, kind, rest = ''] = /^(login|email):(.*)$/i.exec(text) ?? [];
  if (kind?.toLowerCase() === 'login' || (kind === undefined && /^[\w.:-]+\/[^/@]+$/.test(text))) {
    const [host = '', login = ''] = (kind === undefined ? text : rest).split('/');
    if (host !== '' && LOGIN.test(login)) return { identity: loginIdentity(host, login.replace(/^@/, '')) };
    return { fault: 'is no login of a forge, which is written HOST/LOGIN' };
  }
  const plain = kind === undefined ? text : rest;
  if (EMAIL.test(plain)) {
    const identity = emailIdentity(plain);
    if (identity !== null) return { identity };
  }
  if (kind !== undefined || !LOGIN.test(text)) return { fault: 'is neither a login nor an e-mail address' };
  const host = only(hosts);
  if (host !== undefined) return { identity: loginIdentity(host, text.replace(/^@/, '')) };
  return {
    fault: `could be of several forges; write one of ${hosts.map((one) => `${one}/${text}`).join(', ')}`,
  };
}

function readTracker(text: string, trackers: readonly string[]): ReturnType<typeof readIdentity> {
  const [, host, account] = TRACKER.exec(text) ?? [];
  if (account === undefined)
    return { fault: 'is no account of a tracker, which is written tracker:HOST/ACCOUNT' };
  const [only, ...others] = host === undefined ? trackers : [host];
  if (only !== undefined && others.length === 0) return { identity: trackerIdentity(`:${only}`, account) };
  return {
    fault:
      only === undefined
        ? 'names no tracker, and none has been read; write tracker:HOST/ACCOUNT'
        : `could be of several trackers; write one of ${trackers.map((one) => `tracker:${one}/${account}`).join(', ')}`,
  };
}

/** The shortest text that is read back as this identity. */
export function writeIdentity(identity: Identity, hosts: readonly string[]): string {
  if (identity.startsWith('tracker:')) return identity;
  const text = identity.slice(identity.indexOf(':') + 1);
  if (identity.startsWith('email:')) return text;
  const host = only(hosts);
  return host !== undefined && text.startsWith(`${host}/`) ? text.slice(host.length + 1) : text;
}
