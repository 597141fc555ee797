import type { IdentityRule } from '../rule.ts';

type App = {
  signal: string;
  tool: string;
  /** As it signs, without `[bot]`. */
  login: string;
  /** The number before it; left open where no vendor has stated it. Never asked for: workflows sign with other numbers. */
  number?: number;
  product?: string;
  /** It reviews: named by a trailer, its suggestion was taken over. As author it wrote the commit like any agent. */
  reviews?: true;
  source: string;
};

const NOREPLY = 'users.noreply.github.com';

/** Apps of GitHub. Nobody else can sign with their brackets, so that the login is certain with any number before it. */
const APPS: readonly App[] = [
  {
    signal: 'claude-app',
    tool: 'claude-code',
    login: 'claude',
    number: 209825114,
    product: 'GitHub app and action; the action signs with the number of github-actions',
    source: 'read in public history; anthropics/claude-code-action',
  },
  {
    signal: 'claude-gh-agents-app',
    tool: 'claude-code',
    login: 'anthropic-code-agent',
    product: 'agents on GitHub',
    source: 'read in public history',
  },
  {
    signal: 'codex-connector',
    tool: 'openai-codex',
    login: 'chatgpt-codex-connector',
    number: 199175422,
    source: 'read in public history; as reviewer it only reviews',
  },
  { signal: 'codex-app', tool: 'openai-codex', login: 'openai-codex', source: 'catalogue' },
  { signal: 'codex-app-plain', tool: 'openai-codex', login: 'codex', source: 'catalogue' },
  {
    signal: 'codex-gh-agents-app',
    tool: 'openai-codex',
    login: 'openai-code-agent',
    product: 'agents on GitHub',
    source: 'documented by GitHub',
  },
  {
    signal: 'copilot-agent-app',
    tool: 'github-copilot',
    login: 'copilot-swe-agent',
    product: 'coding agent',
    source: 'read in public history',
  },
  {
    signal: 'cursor-bots',
    tool: 'cursor',
    login: 'cursor',
    number: 206951365,
    product: 'cloud agent',
    source: 'read in public history; as reviewer it is Bugbot',
  },
  {
    signal: 'cursor-agent-app',
    tool: 'cursor',
    login: 'cursoragent',
    number: 201670782,
    source: 'git-ai, list of agents',
  },
  {
    signal: 'devin-bot',
    tool: 'devin',
    login: 'devin-ai-integration',
    number: 158243242,
    source: 'read in public history; the author often reads "Devin AI"',
  },
  {
    signal: 'jules-bot',
    tool: 'google-jules',
    login: 'google-labs-jules',
    number: 161369871,
    source: 'read in public history',
  },
  {
    signal: 'gemini-cli-bot',
    tool: 'gemini-cli',
    login: 'gemini-cli',
    number: 218312386,
    source: 'read in public history',
  },
  {
    signal: 'gca',
    tool: 'gemini-code-assist',
    login: 'gemini-code-assist',
    number: 176961590,
    reviews: true,
    source: 'read in public history',
  },
  {
    signal: 'opencode-bot',
    tool: 'opencode',
    login: 'opencode-agent',
    number: 219766164,
    source: 'read in public history',
  },
  { signal: 'openhands-app', tool: 'openhands', login: 'openhands-agent', source: 'OpenHands documentation' },
  {
    signal: 'droid',
    tool: 'factory-droid',
    login: 'factory-droid',
    number: 138933559,
    source: 'read in public history',
  },
  {
    signal: 'lovable',
    tool: 'lovable',
    login: 'gpt-engineer-app',
    number: 159125892,
    source: 'read in public history',
  },
  { signal: 'lovable-app', tool: 'lovable', login: 'lovable-dev', source: 'catalogue' },
  { signal: 'kiro-app', tool: 'kiro', login: 'kiro-agent', number: 244629292, source: 'catalogue' },
  {
    signal: 'amazonq',
    tool: 'amazon-q',
    login: 'amazon-q-developer',
    number: 208079219,
    reviews: true,
    source: 'read in public history',
  },
  {
    signal: 'junie',
    tool: 'junie',
    login: 'jetbrains-junie',
    number: 201638009,
    source: 'read in public history',
  },
  {
    signal: 'kilo',
    tool: 'kilo-code',
    login: 'kiloconnect',
    number: 240665456,
    source: 'read in public history',
  },
  { signal: 'roomote', tool: 'roo-code', login: 'roomote', source: 'git-ai, list of agents' },
  {
    signal: 'roomote-v0',
    tool: 'roo-code',
    login: 'roomote-v0',
    number: 219738659,
    source: 'read in public history',
  },
  {
    signal: 'cline-app',
    tool: 'cline',
    login: 'cline',
    number: 205137888,
    source: 'aiblame, table of agents',
  },
  {
    signal: 'cline-cloud-app',
    tool: 'cline',
    login: 'cline-cloud',
    number: 276134852,
    source: 'read in public history',
  },
  {
    signal: 'continue-app',
    tool: 'continue',
    login: 'continue',
    number: 230936708,
    source: 'catalogue, documented only',
  },
  { signal: 'sweep-app', tool: 'sweep', login: 'sweep-ai', source: 'aiblame, table of agents' },
  { signal: 'augment-app', tool: 'augment', login: 'augmentcode', source: 'aiblame, table of agents' },
  { signal: 'bolt-app', tool: 'bolt', login: 'bolt-new-by-stackblitz', source: 'aiblame, table of agents' },
  { signal: 'v0-app', tool: 'v0', login: 'v0', source: 'aiblame, table of agents' },
  {
    signal: 'junior',
    tool: 'sentry-junior',
    login: 'sentry-junior',
    number: 264270552,
    product: "one company's own agent, as an example of what an organisation adds",
    source: 'read in public history',
  },
  {
    signal: 'seer',
    tool: 'sentry-seer',
    login: 'seer-by-sentry',
    number: 157164994,
    source: 'read in public history',
  },
  { signal: 'seer-autofix', tool: 'sentry-seer', login: 'sentry-autofix', source: 'catalogue' },
  {
    signal: 'windsurf-app',
    tool: 'windsurf',
    login: 'windsurf-bot',
    number: 189301087,
    reviews: true,
    source: 'catalogue, documented only',
  },
  {
    signal: 'rev-coderabbit',
    tool: 'coderabbit',
    login: 'coderabbitai',
    number: 136622811,
    reviews: true,
    source: 'read in public history',
  },
  {
    signal: 'rev-greptile',
    tool: 'greptile',
    login: 'greptile-apps',
    number: 165735046,
    reviews: true,
    source: 'read in public history',
  },
  {
    signal: 'rev-sourcery',
    tool: 'sourcery',
    login: 'sourcery-ai',
    number: 58596630,
    reviews: true,
    source: 'read in public history',
  },
  {
    signal: 'rev-graphite',
    tool: 'graphite',
    login: 'graphite-app',
    number: 96075541,
    reviews: true,
    source: 'read in public history',
  },
  {
    signal: 'rev-ellipsis',
    tool: 'ellipsis',
    login: 'ellipsis-dev',
    number: 65095814,
    reviews: true,
    source: 'read in public history',
  },
  {
    signal: 'rev-depthfirst',
    tool: 'depthfirst',
    login: 'depthfirst-app',
    number: 184448029,
    reviews: true,
    source: 'read in public history',
  },
];

/** Reviewing apps' suggestions are strong only: the trailer is also typed by people who thank the reviewer. */
export const APP_RULES: readonly IdentityRule[] = APPS.map(
  ({ signal, tool, login, number, product, reviews, source }) => ({
    at: 'identity',
    signal,
    tool,
    ...(product === undefined ? {} : { product }),
    strength: reviews && signal.startsWith('rev-') ? 'strong' : 'certain',
    apps: [login],
    author: 'authored',
    trailer: reviews ? 'suggestion' : 'assisted',
    source,
    shows: [
      `${login}[bot] <${number === undefined ? '' : `${number}+`}${login}[bot]@${NOREPLY}>`,
      `Any Name <41898282+${login}[bot]@${NOREPLY}>`,
    ],
    unlike: [`${login} <${login}@example.com>`, `Ada Example <12345+${login}-fan@${NOREPLY}>`],
  }),
);
