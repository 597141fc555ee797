/** Whole addresses in lower case, since the vendors' domains belong to people too; by the rule that takes them for a mark. */
const MAILBOXES = {
  'claude-mail': ['noreply@anthropic.com', 'claude@anthropic.com', 'claude-code@anthropic.com'],
  'claude-mail-support': [
    'support@anthropic.com',
    'assistant@anthropic.com',
    'claude-3-5-sonnet@anthropic.com',
  ],
  'claude-gh-agents': ['242468646+claude@users.noreply.github.com'],
  'codex-mail': [
    'noreply@openai.com',
    'codex@openai.com',
    'assistant@openai.com',
    '267193182+codex@users.noreply.github.com',
  ],
  'codex-placeholder': ['codex@example.com', 'codex-agent@example.com'],
  'cursor-mail': [
    'cursoragent@cursor.com',
    'cursor-agent@cursor.com',
    'cursor-agent@cursor.sh',
    'noreply@cursor.sh',
    'noreply@cursor.com',
    'composer@cursor.com',
  ],
  'devin-apk': ['apk@cognition.ai'],
  'gemini-cli-shadow': ['gemini-cli@google.com'],
  'gemini-name': ['noreply@google.com', 'gemini@google.com'],
  'copilot-agent': ['198982749+copilot@users.noreply.github.com'],
  'copilot-cli': ['223556219+copilot@users.noreply.github.com'],
  'copilot-suggestion': ['175728472+copilot@users.noreply.github.com'],
  'copilot-vscode': ['copilot@github.com'],
  'aider-co': ['aider@aider.chat', 'noreply@aider.chat', 'noreply@aider.dev'],
  openhands: ['openhands@all-hands.dev'],
  'openhands-old': [
    'opendevin@all-hands.dev',
    'opendevin@opendevin.ai',
    'openhands-claude@all-hands.dev',
    'gemini@openhands.ai',
  ],
  'amp-mail': ['amp@ampcode.com', 'amp@example.com'],
  'opencode-mail': ['noreply@opencode.ai'],
  'crush-mail': [
    'crush@charm.land',
    'noreply@crush.charm.land',
    'crush@crush.land',
    'charmcrush@users.noreply.github.com',
  ],
  kiro: ['244629292+kiro-agent@users.noreply.github.com', 'kiro-agent@users.noreply.github.com'],
  'roo-mail': ['roomote@roocode.com', 'roo@roocode.com', 'roo@roocode.dev'],
  'cline-mail': [
    'noreply@cline.bot',
    'bot@cline.bot',
    'cline@cline.bot',
    'cline-agent@users.noreply.github.com',
  ],
  qwen: ['qwen-coder@alibabacloud.com'],
  vibe: ['vibe@mistral.ai'],
  warp: ['oz-agent@warp.dev'],
  'warp-agent': ['agent@warp.dev'],
  cosine: ['agent@cosine.sh'],
  firebender: ['help@firebender.com'],
  sisyphus: ['clio-agent@sisyphuslabs.ai'],
  termai: ['noreply@termai.io'],
  blackbox: ['code@blackbox.ai'],
  codebuff: ['noreply@codebuff.com'],
  twill: ['agent@twill.ai'],
  hermes: ['hermes@nousresearch.com'],
  atlarix: ['agent@atlarix.dev'],
  codesmith: ['codesmith-bot@users.noreply.github.com'],
  goose: ['goose@opensource.block.xyz'],
  trae: ['noreply@trae.ai'],
  grok: ['grok@x.ai'],
  kimi: ['noreply@moonshot.cn'],
  pi: ['pi@earendil.works'],
  'pi-noreply': ['noreply@pi.dev'],
  adal: ['adal@sylph.ai'],
  gitar: ['noreply@gitar.ai'],
  openclaw: ['agent@openclaw.dev'],
  perfloop: ['agent@perfloop.ai'],
  windsurf: ['noreply@windsurf.com'],
  sageox: ['ox@sageox.ai'],
  nori: ['contact@tilework.tech'],
  happy: ['yesreply@happy.engineering'],
} as const satisfies Record<string, readonly string[]>;

/** What these mailboxes are called in the rules of attribution. */
export type AiSignal = keyof typeof MAILBOXES;

/** Others write with these too, or they stand beside an author alone: without a name that fits they are nobody's mark. */
const SHARED: ReadonlySet<string> = new Set<AiSignal>([
  'aider-co',
  'claude-mail-support',
  'codex-placeholder',
  'devin-apk',
  'gemini-cli-shadow',
  'gemini-name',
  'happy',
  'nori',
  'sageox',
]);

export function mailboxesOf(signal: AiSignal): readonly string[] {
  return MAILBOXES[signal];
}

/** Those that an agent alone writes with, whatever the name beside them is. */
export const AGENT_MAILBOXES: ReadonlySet<string> = new Set(
  Object.entries(MAILBOXES).flatMap(([signal, mailboxes]) => (SHARED.has(signal) ? [] : mailboxes)),
);
