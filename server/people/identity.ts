import type { GitIdentity } from '../model/commit.ts';
import { plainLogin } from './login.ts';

/** What an identity says of an account: apps sign with `[bot]`, in name or address; GitHub's own addresses hold a login. */
export function signsOf({ name, email }: GitIdentity): {
  apps: readonly string[];
  account: string;
  name: string;
  email: string;
} {
  const lowerEmail = email.trim().toLowerCase();
  const lowerName = name.trim().toLowerCase();
  const account = /^(?:\d{1,12}\+)?([^@\s]{1,100})@users\.noreply\.github\.com$/.exec(lowerEmail)?.[1] ?? '';
  const mailbox = lowerEmail.slice(0, Math.max(0, lowerEmail.indexOf('@')));
  const apps = [lowerName, account, mailbox].filter((text) => text.endsWith('[bot]')).map(plainLogin);
  return { apps, account, name: lowerName, email: lowerEmail };
}
