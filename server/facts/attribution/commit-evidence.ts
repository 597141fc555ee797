import type { GitIdentity } from '../../model/commit.ts';
import type { Instant } from '../../model/instant.ts';
import type { CompiledRules } from './compiled.ts';
import type { AttestedLines, Evidence, Role, Strength } from './evidence.ts';
import { isExcluded } from './excluded.ts';
import { type GitAiNote, gitAiNote } from './git-ai-note.ts';
import { rulesOf, toolOf } from './identities.ts';
import { type Mark, marksIn } from './marks.ts';
import { masked, maskedIdentity } from './masked.ts';
import { UNNAMED } from './named-tool.ts';
import type { Rule } from './rule.ts';
import { isTakenSuggestion } from './taken-suggestion.ts';

/** A commit as git recorded it. Who committed it is not asked: agents rebase, and aider commits what people wrote. */
export type AttributedCommit = {
  sha: string;
  author: GitIdentity;
  message: string;
  /** Null: not known. */
  authoredAt: Instant | null;
  /** How many parents it has; null: not told. */
  parents: number | null;
  /** The text of its note in `refs/notes/ai`; null: it has none. */
  note: string | null;
};

export type CommitEvidence = {
  evidence: readonly Evidence[];
  /** Null: no note, or none that attests a line. */
  lines: AttestedLines | null;
};

const NOTHING: CommitEvidence = { evidence: [], lines: null };
/** Workflows of GitHub, in which agents run and commit. */
const WORKFLOW = /^github[- ]actions(?:\[bot\])?$/i;

/** All marks that one commit carries. */
export function commitEvidence(commit: AttributedCommit, rules: CompiledRules): CommitEvidence {
  const { sha, author, message, authoredAt } = commit;
  if (isExcluded(author, rules)) return NOTHING;
  const evidence: Evidence[] = [];
  const add = (rule: Rule, tool: string, role: Role, where: Evidence['where'], text: string) => {
    const strength = strengthOf(rule, authoredAt);
    evidence.push({
      signal: rule.signal,
      tool,
      role,
      strength,
      where,
      commit: sha,
      text,
      rulesVersion: rules.version,
    });
  };
  for (const rule of rulesOf(author, rules)) {
    if (rule.author !== null)
      add(rule, toolOf(author, rule), rule.author, 'author', maskedIdentity(author, rule));
  }
  const subject = message.slice(0, 200);
  for (const rule of rules.titles) {
    const match = rule.pattern.exec(subject);
    if (match !== null) add(rule, rule.tool, rule.role, 'message', masked(match[0].trim()));
  }
  const by = writerOf(author.name, evidence);
  const taken = by === 'person' && isTakenSuggestion(message);
  for (const mark of marksIn(message, 'message', rules)) {
    add(mark.rule, mark.tool, roleOf(mark, by, taken), 'message', mark.text);
  }
  const note = commit.note === null ? null : gitAiNote(commit.note);
  if (note === null) return { evidence, lines: null };
  const attested = noteEvidence(note, sha, rules.version);
  const lines = { ai: note.aiLines, human: note.humanLines };
  return { evidence: [...evidence, ...attested], lines: lines.ai + lines.human === 0 ? null : lines };
}

type Writer = 'agent' | 'workflow' | 'person';

/** `evidence`: what the author's identity has told. */
function writerOf(name: string, evidence: readonly Evidence[]): Writer {
  if (WORKFLOW.test(name.trim())) return 'workflow';
  return evidence.some(({ role }) => role === 'authored') ? 'agent' : 'person';
}

/**
 * A workflow's co-author wrote what it commits. An app that a person names in a suggestion that was taken over has suggested it. A
 * body that says that a tool opened the pull request, and has become a person's squash commit, does not make the person's work the tool's.
 */
function roleOf({ rule, role }: Mark, by: Writer, taken: boolean): Role {
  if (rule.at === 'identity' && role === 'assisted') {
    if (by === 'workflow') return 'authored';
    return taken && rule.apps !== undefined ? 'suggestion' : role;
  }
  return rule.at === 'text' && rule.openedBy === true && by === 'person' ? 'assisted' : role;
}

function strengthOf(rule: Rule, at: Instant | null): Strength {
  if (rule.at !== 'identity' || rule.weakBetween === undefined) return rule.strength;
  const day = at === null ? rule.weakBetween.from : new Date(at).toISOString().slice(0, 10);
  return day >= rule.weakBetween.from && day <= rule.weakBetween.to ? 'weak' : rule.strength;
}

/** Lines by a known tool are certain; a tool without lines, or lines without a tool, only says that git-ai was installed. */
function noteEvidence(note: GitAiNote, sha: string, rulesVersion: string): Evidence[] {
  const base = { role: 'assisted', where: 'note', commit: sha, rulesVersion } as const;
  const named = [...note.byTool].filter(([tool, lines]) => tool !== UNNAMED && lines > 0);
  const attested = named.map(([tool, lines]): Evidence => {
    return {
      ...base,
      signal: 'git-ai-lines',
      tool,
      strength: 'certain',
      text: `git-ai: ${lines} lines by ${tool}`,
    };
  });
  const idle = [...note.listed].filter((tool) => !(note.byTool.get(tool) ?? 0));
  const rest = idle.map((tool): Evidence => {
    return {
      ...base,
      signal: 'git-ai-session',
      tool,
      strength: 'weak',
      text: `git-ai: ${tool} without a line`,
    };
  });
  const unnamed = note.byTool.get(UNNAMED) ?? 0;
  if (unnamed === 0) return [...attested, ...rest];
  const text = `git-ai: ${unnamed} lines by no known tool`;
  return [...attested, ...rest, { ...base, signal: 'git-ai-unnamed', tool: UNNAMED, strength: 'weak', text }];
}
