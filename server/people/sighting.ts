import type { Commit } from '../model/commit.ts';
import {
  hostOf,
  type Identity,
  type IdentityLink,
  identityLink,
  loginIdentity,
  type Sightings,
  trackerIdentity,
} from '../model/identity.ts';
import type { TrackerAccount } from '../model/issue.ts';
import { isAgentAccount, isAgentIdentity } from './agents.ts';
import { isAutomation, isAutomationAccount } from './automation.ts';
import { emailIdentity } from './identity-key.ts';

/** Addresses of many or of nobody: what programs and machines write with, and what those leave there who do not care. */
const NOBODY: readonly RegExp[] = [
  /^(?:root|nobody|none|unknown|git|noreply|no-reply|donotreply|do-not-reply|admin|administrator)@/,
  /^(?:ubuntu|debian|centos|vagrant|ec2-user|www-data|jenkins|runner|ci|build|builder|deploy)@/,
  /^(?:you|your|email|e-mail|mail|name|user|test|your[._-]?(?:e-?mail|name))@example\.(?:com|org|net)$/,
  /@(?:localhost|localhost\.localdomain|.{0,100}\(none\))$/,
];

/** Who the authors of commits are: the account that a forge takes each for, and the names that they write. Programs are nobody. */
export function sightingsOf(commits: readonly Commit[]): Sightings {
  const links = new Map<string, IdentityLink>();
  const names = new Map<string, { identity: Identity; name: string }>();
  const seen = new Set<string>();
  for (const commit of commits) {
    const { author, authorLogin } = commit;
    const key = `${author.name}\n${author.email}\n${authorLogin}\n${hostOf(commit.repositoryId)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const mailbox = mailboxOf(commit);
    const login = loginOf(commit);
    const identity = login ?? mailbox;
    if (identity === null) continue;
    names.set(key, { identity, name: author.name.trim() });
    if (login === null || mailbox === null || login === mailbox) continue;
    links.set(key, identityLink(login, mailbox, 'observed'));
  }
  return { links: [...links.values()], names: [...names.values()].filter(({ name }) => name !== '') };
}

/** Who the accounts of an issue tracker are: their mailbox, where it is shown, and the name that they go by. */
export function accountSightings(trackerId: string, accounts: readonly TrackerAccount[]): Sightings {
  const known = new Map(accounts.map((account) => [account.id, account]));
  const links: IdentityLink[] = [];
  const names: { identity: Identity; name: string }[] = [];
  for (const { id, email, name } of known.values()) {
    const identity = trackerIdentity(trackerId, id);
    if (name.trim() !== '') names.push({ identity, name: name.trim() });
    const mailbox = email === null ? null : personalMailbox(email);
    if (mailbox !== null) links.push(identityLink(identity, mailbox, 'observed'));
  }
  return { links, names };
}

function mailboxOf({ author }: Commit): Identity | null {
  if (isAgentIdentity(author) || isAutomation(author)) return null;
  return personalMailbox(author.email);
}

function personalMailbox(address: string): Identity | null {
  const email = address.trim().toLowerCase();
  return NOBODY.some((one) => one.test(email)) ? null : emailIdentity(email);
}

function loginOf({ repositoryId, author, authorLogin }: Commit): Identity | null {
  if (authorLogin === null || isAgentIdentity(author) || isAutomation(author)) return null;
  const account = { login: authorLogin, kind: 'user' } as const;
  if (isAgentAccount(account) || isAutomationAccount(account)) return null;
  return loginIdentity(hostOf(repositoryId), authorLogin);
}
