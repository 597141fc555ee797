import type { Account } from '../../model/account.ts';
import type { GitIdentity } from '../../model/commit.ts';
import type { CompiledRules } from './compiled.ts';

const NOREPLY = /^(?:\d{1,12}\+)?([^@]{1,100})@users\.noreply\.github\.com$/;

/** Whether the organisation does not want this person's work to be looked at. */
export function isExcluded({ email }: GitIdentity, { excludedPeople }: CompiledRules): boolean {
  if (excludedPeople.size === 0) return false;
  const mailbox = email.trim().toLowerCase();
  return excludedPeople.has(mailbox) || excludedPeople.has(NOREPLY.exec(mailbox)?.[1] ?? '');
}

export function isExcludedAccount(account: Account | null, { excludedPeople }: CompiledRules): boolean {
  return account !== null && excludedPeople.has(account.login.trim().toLowerCase());
}

export function isExcludedRepository(name: string | null, { excludedRepositories }: CompiledRules): boolean {
  return name !== null && excludedRepositories.some((pattern) => pattern.test(name));
}
