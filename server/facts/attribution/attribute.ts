import type { Account } from '../../model/account.ts';
import { isMergeCommit } from '../merge-commit.ts';
import { type AttributedCommit, type CommitEvidence, commitEvidence } from './commit-evidence.ts';
import type { CompiledRules } from './compiled.ts';
import { concluded, type Looked } from './conclusion.ts';
import type { Attribution } from './evidence.ts';
import { isExcluded, isExcludedAccount, isExcludedRepository } from './excluded.ts';
import { pullRequestEvidence } from './pull-request-evidence.ts';

/** Everything known of a pull request that a mark may stand in. Null is unknown, never "none". */
export type AttributionInput = {
  /** `owner/name`, for what an organisation excludes. */
  repository: string | null;
  title: string;
  body: string;
  branch: string | null;
  labels: readonly string[];
  /** Who opened it. */
  account: Account | null;
  /** Who reviewed or commented, the same account as often as it did. */
  reviewers: readonly Account[];
  /** Its own commits, in any order. */
  commits: readonly AttributedCommit[] | null;
  /** The merge or squash commit that landed it. */
  landed: AttributedCommit | null;
};

/** Whether, how and by which tool AI took part in a pull request, with every mark that says so. */
export function attribute(input: AttributionInput, rules: CompiledRules): Attribution {
  const { commits, landed, account } = input;
  if (isExcludedRepository(input.repository, rules)) return unseen(commits, 'repository', rules);
  const opener = commits === null && landed !== null && isExcluded(landed.author, rules);
  if (isExcludedAccount(account, rules) || opener) return unseen(commits, 'person', rules);
  const looked = (commits ?? []).filter(({ author }) => !isExcluded(author, rules));
  const own = looked.filter((commit) => !isMergeCommit(commit));
  const merges = looked.filter(isMergeCommit);
  const ownEvidence = own.map((commit) => commitEvidence(commit, rules));
  const landedEvidence = landed === null ? null : commitEvidence(landed, rules);
  const all: Looked = {
    account,
    pullRequest: pullRequestEvidence(input, rules),
    own: ownEvidence,
    merges: merges.map((commit) => commitEvidence(commit, rules)),
    landed: landedEvidence,
    squashedForPerson: isSquashForPerson(landed, landedEvidence),
    commitsKnown: commits !== null,
  };
  return {
    ...concluded(all, rules),
    aiLines: linesOf(ownEvidence, landedEvidence),
    excluded: null,
    rulesVersion: rules.version,
  };
}

/** No merge, which bears the name of whoever merged it, and by no program. */
function isSquashForPerson(landed: AttributedCommit | null, evidence: CommitEvidence | null): boolean {
  if (landed === null || landed.parents === null || isMergeCommit(landed)) return false;
  const { name } = landed.author;
  const program = name.trim() === '' || name.trim().endsWith('[bot]');
  return !program && evidence?.evidence.some(({ where }) => where === 'author') !== true;
}

/** Of the own commits, or of the squash commit into which git-ai has taken their notes over. */
function linesOf(own: readonly CommitEvidence[], landed: CommitEvidence | null): Attribution['aiLines'] {
  const noted = own.flatMap(({ lines }) => lines ?? []);
  if (noted.length === 0) return landed?.lines ?? null;
  return {
    ai: noted.reduce((sum, { ai }) => sum + ai, 0),
    human: noted.reduce((sum, { human }) => sum + human, 0),
  };
}

function unseen(
  commits: AttributionInput['commits'],
  excluded: 'person' | 'repository',
  rules: CompiledRules,
): Attribution {
  const known = commits?.filter((commit) => !isMergeCommit(commit)).length ?? null;
  return {
    level: 'none',
    tools: [],
    strength: null,
    markedCommits: known === null ? null : 0,
    commits: known,
    evidence: [],
    aiLines: null,
    excluded,
    rulesVersion: rules.version,
  };
}
