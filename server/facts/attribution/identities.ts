import type { GitIdentity } from '../../model/commit.ts';
import type { CompiledRules } from './compiled.ts';
import { namedTools, UNNAMED } from './named-tool.ts';
import type { IdentityRule } from './rule.ts';

const NOREPLY = '@users.noreply.github.com';
/** No name is longer, and patterns are not tried on more. */
const LONGEST_NAME = 200;
const NOBODY: readonly IdentityRule[] = [];

/** What rules an identity fits, as git recorded it: never the account that a forge takes it for. */
export function rulesOf({ name, email }: GitIdentity, rules: CompiledRules): readonly IdentityRule[] {
  const plainName = name.slice(0, LONGEST_NAME).trim();
  if (email.trim() === '') {
    return [...rules.withoutAddress, ...rules.byName].filter((rule) => rule.name?.test(plainName));
  }
  const mailbox = email.trim().toLowerCase();
  const found: IdentityRule[] = [];
  const add = (rule: IdentityRule) => {
    if (rule.name !== undefined && !rule.name.test(plainName)) return;
    if (!found.some((other) => saysAsMuch(other, rule))) found.push(rule);
  };
  rules.byMailbox.get(mailbox)?.forEach(add);
  byAccount(mailbox, rules).forEach(add);
  signedAsApp(plainName, rules).forEach(add);
  for (const rule of rules.byName) {
    if (found.length === 0 || rule.ofPerson !== true) add(rule);
  }
  return found;
}

/** One identity fits a mailbox, an account and a name of the same agent. */
function saysAsMuch(known: IdentityRule, rule: IdentityRule): boolean {
  return known.tool === rule.tool && known.author === rule.author && known.trailer === rule.trailer;
}

/** GitHub's own addresses are `NUMBER+LOGIN@...`, `LOGIN@...` of old; workflows sign with numbers that are not the app's. */
function byAccount(mailbox: string, rules: CompiledRules): readonly IdentityRule[] {
  if (!mailbox.endsWith(NOREPLY)) return NOBODY;
  const account = mailbox.slice(0, -NOREPLY.length);
  const plus = account.indexOf('+');
  const login = plus === -1 ? account : account.slice(plus + 1);
  if (plus !== -1 && !/^\d{1,12}$/.test(account.slice(0, plus))) return NOBODY;
  if (login.endsWith('[bot]')) return rules.byApp.get(login.slice(0, -'[bot]'.length)) ?? NOBODY;
  return rules.byLogin.get(login) ?? NOBODY;
}

/** An app writes its brackets into the name as well, also where the address is the owner's. */
function signedAsApp(name: string, rules: CompiledRules): readonly IdentityRule[] {
  return name.endsWith('[bot]')
    ? (rules.byApp.get(name.slice(0, -'[bot]'.length).toLowerCase()) ?? NOBODY)
    : NOBODY;
}

/** The rule's tool, or the one that the name itself names where the rule's pattern takes it out. */
export function toolOf({ name }: GitIdentity, rule: IdentityRule): string {
  if (rule.tool !== UNNAMED) return rule.tool;
  return namedTools(rule.name?.exec(name)?.[1] ?? '')[0] ?? rule.tool;
}
