import type { WhyMarks } from '../../contract/items.ts';
import type { Attribution } from '../../facts/attribution/evidence.ts';
import { list } from '../../words/list.ts';
import { count } from '../../words/number.ts';
import { toolName } from '../../words/tool.ts';

const LEVELS: Record<Attribution['level'], string> = {
  agent: 'An agent did it',
  assisted: 'A person did it with AI',
  suggestion: 'A suggestion by AI was applied',
  reviewed: 'AI only reviewed it',
  none: 'No mark of AI was seen, which is not “no AI”',
};

const EXCLUDED = {
  person: 'Not looked at: the organisation has excluded this work',
  repository: 'Not looked at: the organisation has excluded this repository',
};

/** How AI took part in one item, with every mark that says so; null: not looked at yet. */
export function whyMarks(attribution: Attribution | null): WhyMarks | null {
  if (attribution === null) return null;
  const { level, strength, markedCommits, commits, tools, evidence, excluded, aiLines, rulesVersion } =
    attribution;
  return {
    sentence: `${inWords(attribution)}.`,
    ...{ level, tools: [...tools], strength, markedCommits, commits, excluded, aiLines, rulesVersion },
    evidence: evidence.map(({ signal, tool, role, strength: how, where, commit, text }) => {
      return { signal, tool, role, strength: how, where, commit: commit?.slice(0, 12) ?? null, text };
    }),
  };
}

/** "A person did it with AI (Claude Code): 3 of 4 commits are marked, 120 of 150 lines attested" */
function inWords({ level, tools, markedCommits, commits, excluded, aiLines }: Attribution): string {
  if (excluded !== null) return EXCLUDED[excluded];
  const by = tools.length === 0 ? '' : ` (${list(tools.map(toolName))})`;
  const told = [
    ...(markedCommits !== null && commits !== null && commits > 0 && level !== 'none'
      ? [`${markedCommits} of ${count(commits, 'commit')} marked`]
      : []),
    ...(aiLines === null
      ? []
      : [`${aiLines.ai} of ${count(aiLines.ai + aiLines.human, 'attested line')} by AI`]),
  ];
  return `${LEVELS[level]}${by}${told.length === 0 ? '' : `: ${told.join(', ')}`}`;
}
