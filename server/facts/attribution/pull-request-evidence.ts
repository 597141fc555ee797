import type { Account } from '../../model/account.ts';
import type { AttributionInput } from './attribute.ts';
import type { CompiledRules } from './compiled.ts';
import type { Evidence, Role } from './evidence.ts';
import { marksIn } from './marks.ts';
import { masked } from './masked.ts';
import type { IdentityRule, Rule } from './rule.ts';

/** How GitHub and git begin the message of a merge; what follows is the branch that was merged. */
const MERGED = /^Merge pull request #\d{1,9} from [^\s/]{1,100}\/(\S{1,250})/;

/** What stands before a branch where its ref or its owner is told with it; no branch holds a colon. */
const REMOTE = /^(?:refs\/heads\/|[\w-]{1,100}:)/;

/** Marks of the pull request itself, beside its commits. */
export function pullRequestEvidence(input: AttributionInput, rules: CompiledRules): Evidence[] {
  const evidence: Evidence[] = [];
  const add = (rule: Rule, tool: string, role: Role, where: Evidence['where'], text: string) => {
    const { signal, strength } = rule;
    if (evidence.some((other) => other.signal === signal && other.tool === tool && other.where === where))
      return;
    evidence.push({ signal, tool, role, strength, where, commit: null, text, rulesVersion: rules.version });
  };
  if (input.account !== null) {
    const { login } = input.account;
    for (const rule of accountRules(input.account, rules)) add(rule, rule.tool, 'authored', 'account', login);
  }
  const branch = input.branch?.replace(REMOTE, '') ?? MERGED.exec(input.landed?.message ?? '')?.[1] ?? null;
  if (branch !== null) {
    for (const rule of rules.branches) {
      if (rule.pattern.test(branch)) add(rule, rule.tool, rule.role, 'branch', masked(branch));
    }
  }
  const title = input.title.slice(0, 1000);
  for (const rule of rules.titles) {
    const match = rule.pattern.exec(title);
    if (match !== null) add(rule, rule.tool, rule.role, 'title', masked(match[0].trim()));
  }
  for (const label of input.labels.toSorted()) {
    for (const rule of rules.labels.get(label.trim().toLowerCase()) ?? []) {
      if (rule.at === 'label') add(rule, rule.tool, rule.role, 'label', masked(label));
    }
  }
  for (const { rule, tool, role, text } of marksIn(input.body, 'body', rules))
    add(rule, tool, role, 'body', text);
  for (const account of input.reviewers.toSorted(byLogin)) {
    for (const rule of rules.reviewers.get(plain(account.login)) ?? []) {
      if (!rule.app || isApp(account)) add(rule, rule.tool, 'reviewed', 'reviewer', account.login);
    }
  }
  return evidence;
}

/** Accounts that belong to vendors; an app's name may be a person's login too, so that the forge has to call it an app. */
function accountRules(account: Account, rules: CompiledRules): readonly IdentityRule[] {
  const login = plain(account.login);
  if (isApp(account))
    return [...(rules.byApp.get(login) ?? []), ...(login === 'copilot' ? copilot(rules) : [])];
  return [...(rules.byLogin.get(login) ?? []), ...(login === 'copilot' ? copilot(rules) : [])];
}

/** GitHub calls its agent `Copilot` in one interface and `copilot-swe-agent` in the other; the login is its own. */
function copilot(rules: CompiledRules): readonly IdentityRule[] {
  return rules.byApp.get('copilot-swe-agent') ?? [];
}

export function isApp({ login, kind }: Account): boolean {
  return kind === 'bot' || login.trim().toLowerCase().endsWith('[bot]');
}

function byLogin(one: Account, other: Account): number {
  if (one.login === other.login) return 0;
  return one.login < other.login ? -1 : 1;
}

function plain(login: string): string {
  return login
    .trim()
    .toLowerCase()
    .replace(/\[bot\]$/, '');
}
