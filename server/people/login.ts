import type { Account } from '../model/account.ts';

/**
 * A login in the one form in which logins are compared: letter case means nothing on a forge, and `[bot]` is written by REST
 * and by git, but not by GraphQL.
 */
export function plainLogin(login: string): string {
  const lower = login.trim().toLowerCase();
  return lower.endsWith('[bot]') ? lower.slice(0, -5) : lower;
}

/** Whether the forge itself says that a program acts here. */
export function isApp({ login, kind }: Account): boolean {
  return kind === 'bot' || login.trim().toLowerCase().endsWith('[bot]');
}

/** Whether two accounts are one. The app `claude` and the person `claude` are two. */
export function isSameAccount(one: Account, other: Account): boolean {
  return plainLogin(one.login) === plainLogin(other.login) && isApp(one) === isApp(other);
}

/** A list of logins, separated by any white space. */
export function logins(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((login) => login !== ''));
}
