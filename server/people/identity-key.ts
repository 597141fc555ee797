import type { Account } from '../model/account.ts';
import { type Identity, loginIdentity } from '../model/identity.ts';
import { isApp, plainLogin } from './login.ts';

const NO_REPLY = /^(?:\d{1,12}\+)?([^@\s]{1,100})@users\.noreply\.github\.com$/;

/** The mailbox; an address that GitHub gives an account is that account. Null: there is no address. */
export function emailIdentity(email: string): Identity | null {
  const address = email.trim().toLowerCase();
  const login = NO_REPLY.exec(address)?.[1];
  if (login !== undefined) return loginIdentity('github.com', login);
  return address === '' ? null : `email:${address}`;
}

export function accountIdentity(host: string, account: Account): Identity {
  return loginIdentity(host, `${plainLogin(account.login)}${isApp(account) ? '[bot]' : ''}`);
}
