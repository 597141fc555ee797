import type { Account } from '../../model/account.ts';
import type { CommitEvidence } from './commit-evidence.ts';
import type { CompiledRules } from './compiled.ts';
import type { Attribution, Evidence, Level } from './evidence.ts';
import { isApp } from './pull-request-evidence.ts';
import { WRAPPERS } from './rules.ts';

/** All evidence of a pull request, by where it was found. */
export type Looked = {
  account: Account | null;
  pullRequest: readonly Evidence[];
  /** Of each own commit that is no merge. */
  own: readonly CommitEvidence[];
  merges: readonly CommitEvidence[];
  landed: CommitEvidence | null;
  /** A person's name stands on the squash commit, which is that of whoever opened the pull request. */
  squashedForPerson: boolean;
  commitsKnown: boolean;
};

/** The strongest that applies; what is weak decides nothing. */
export function concluded(
  looked: Looked,
  rules: CompiledRules,
): Omit<Attribution, 'aiLines' | 'excluded' | 'rulesVersion'> {
  const evidence = [
    ...looked.pullRequest,
    ...[...looked.own, ...looked.merges, ...(looked.landed === null ? [] : [looked.landed])].flatMap(
      (commit) => commit.evidence,
    ),
  ].toSorted(inOrder);
  const decided = evidence.filter(({ strength }) => strength !== 'weak');
  const level = levelOf(looked, decided);
  const deciding = decided.filter(({ role }) => (level === 'reviewed') === (role === 'reviewed'));
  return {
    level,
    tools: level === 'none' ? [] : toolsOf(deciding, evidence, rules),
    strength: strongest(deciding.filter(({ role }) => DECIDES[level].has(role))),
    markedCommits: looked.commitsKnown ? looked.own.filter(isMarked).length : null,
    commits: looked.commitsKnown ? looked.own.length : null,
    evidence,
  };
}

const DECIDES: Readonly<Record<Level, ReadonlySet<string>>> = {
  agent: new Set(['authored', 'assisted']),
  assisted: new Set(['authored', 'assisted']),
  suggestion: new Set(['suggestion']),
  reviewed: new Set(['reviewed']),
  none: new Set(),
};

function levelOf(looked: Looked, decided: readonly Evidence[]): Level {
  if (isAgents(looked)) return 'agent';
  const roles = new Set(decided.map(({ role }) => role));
  if (roles.has('authored') || roles.has('assisted')) return 'assisted';
  if (roles.has('suggestion')) return 'suggestion';
  return roles.has('reviewed') ? 'reviewed' : 'none';
}

/** Every own commit is an agent's, or an agent opened it. Of a squash without its commits, the squash commit stands for them. */
function isAgents(looked: Looked): boolean {
  const { own, landed } = looked;
  const work = own.length > 0 || landed === null ? own : [landed];
  return (work.length > 0 && work.every(isAuthored)) || isOpenedByAgent(looked);
}

/**
 * By its account; by what the body says, unless a person opened it; or by its branch where it runs in the account of
 * another program, such as a workflow. A clone knows no account, but whose name the squash commit bears.
 */
function isOpenedByAgent({ account, pullRequest, squashedForPerson }: Looked): boolean {
  if (pullRequest.some(({ where }) => where === 'account')) return true;
  if (account === null ? squashedForPerson : !isApp(account)) return false;
  const says = (where: Evidence['where'], role: Evidence['role']) =>
    pullRequest.some((mark) => mark.where === where && mark.role === role && mark.strength !== 'weak');
  if (says('body', 'authored')) return true;
  if (account === null) return false;
  return says('branch', 'assisted') || says('branch', 'authored');
}

function isAuthored({ evidence }: CommitEvidence): boolean {
  return evidence.some(({ role, strength }) => role === 'authored' && strength !== 'weak');
}

function isMarked({ evidence }: CommitEvidence): boolean {
  return evidence.some(
    ({ role, strength }) => strength !== 'weak' && (role === 'authored' || role === 'assisted'),
  );
}

/** By name, wrappers last. A wrapper counts beside another tool though it is weak; a vague mark only where nothing else names a tool. */
function toolsOf(deciding: readonly Evidence[], all: readonly Evidence[], rules: CompiledRules): string[] {
  const isVague = ({ signal, tool }: Evidence) => {
    const rule = rules.all.get(signal);
    return tool === 'unnamed' || (rule?.at === 'line' && rule.vague === true);
  };
  const plain = deciding.filter((mark) => !isVague(mark));
  const named = new Set((plain.length > 0 ? plain : deciding).map(({ tool }) => tool));
  const wrappers = all
    .filter(({ tool, role }) => WRAPPERS.has(tool) && role !== 'reviewed')
    .map(({ tool }) => tool);
  return [
    ...[...named].filter((tool) => !WRAPPERS.has(tool)).toSorted(),
    ...[...new Set([...[...named].filter((tool) => WRAPPERS.has(tool)), ...wrappers])].toSorted(),
  ];
}

function strongest(evidence: readonly Evidence[]): 'certain' | 'strong' | null {
  if (evidence.some(({ strength }) => strength === 'certain')) return 'certain';
  return evidence.length > 0 ? 'strong' : null;
}

/** The pull request before its commits, and always the same, in whatever order they came. */
function inOrder(one: Evidence, other: Evidence): number {
  return compare(keyOf(one), keyOf(other));
}

function keyOf({ commit, where, signal, tool }: Evidence): string {
  return `${commit ?? ''} ${where} ${signal} ${tool}`;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
