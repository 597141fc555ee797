type AiBranch = readonly [signal: string, tool: string, prefix: string, source: string];

/** What stands before the first slash. Shares are those of commits on such branches that carry the same tool's mark, as read in 37 public histories. */
export const AI_BRANCHES: readonly AiBranch[] = [
  ['claude-branch', 'claude-code', 'claude', '96 % of 280 commits'],
  [
    'codex-branch',
    'openai-codex',
    'codex',
    '30 % of 462 commits, 61 % without any mark: usually all there is',
  ],
  ['copilot-branch', 'github-copilot', 'copilot', '84 % of 148 commits, all branches'],
  [
    'cursor-branch',
    'cursor',
    'cursor',
    '117 of 117 branches of one history; elsewhere also about the product',
  ],
  ['devin-other-branch', 'devin', 'devin', '93 % of 1,049 commits'],
  ['openhands-branch', 'openhands', 'openhands', '93 % of 427 commits'],
  ['roomote-branch', 'roo-code', 'roomote', 'git-ai, list of agents'],
  ['sweep-branch', 'sweep', 'sweep', 'aiblame, table of agents'],
];

/** Those of Google Jules end in the number of its task. */
export const JULES_BRANCH = /[-/]\d{18,20}$/;
