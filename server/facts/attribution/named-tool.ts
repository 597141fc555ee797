/** What may follow a name that people bear too: the end, or a mark, a product or a version that no person carries. */
const NO_SURNAME = String.raw`(?=\s{0,3}(?:$|[(\[:,;@<&+/]|code\b|cli\b|ai\b|agent\b|opus\b|sonnet\b|haiku\b|fable\b|mythos\b|desktop\b|via\b|with\b|and\b|v?\d))`;

type Name = {
  pattern: RegExp;
  tool: string;
  /** A plain word or a first name, too: within a sentence it needs a link of the vendor. */
  word?: true;
  /** A model that other tools use, so that "via Crush" tells more. */
  model?: true;
};

/** An AI, but nobody says which. */
export const UNNAMED = 'unnamed';

const named = (pattern: string, tool: string, kind: 'word' | 'model' | null = null): Name => ({
  pattern: new RegExp(`(?:${pattern})`, 'iy'),
  tool,
  ...(kind === null ? {} : { [kind]: true }),
});

/** Longer names first. Vendors' prefixes are taken off before. */
const NAMES: readonly Name[] = [
  named(String.raw`claude(?:[ -]?code|[ -]cli|[ -]agent sdk)\b`, 'claude-code'),
  named(String.raw`claude(?:\.ai)?${NO_SURNAME}|claude-[a-z\d]`, 'claude-code', 'model'),
  named(String.raw`(?:opus|sonnet|haiku|fable) (?:v?\d)`, 'claude-code', 'model'),
  named(String.raw`(?:github )?copilot\b`, 'github-copilot'),
  named(
    String.raw`cursor(?: ai| agent| cli| composer)?(?=\s{0,3}(?:$|[(\[\]:,;@<&+/.]|v?\d|via\b))`,
    'cursor',
    'word',
  ),
  named(String.raw`openai codex\b|codex cli\b|codex(?:-gpt[\w.-]{1,20})?${NO_SURNAME}`, 'openai-codex'),
  named(String.raw`gemini[- ]code[- ]assist\b`, 'gemini-code-assist'),
  named(String.raw`gemini[- ]cli\b`, 'gemini-cli'),
  named(
    String.raw`gemini(?=\s{0,3}(?:$|[(\[:,;@<&+/-]|pro\b|flash\b|code\b|via\b|v?\d))`,
    'gemini-cli',
    'model',
  ),
  named(String.raw`opencode(?:\.ai)?\b`, 'opencode'),
  named(String.raw`aider\b`, 'aider'),
  named(String.raw`devin ai\b`, 'devin'),
  named(String.raw`devin(?=\s{0,3}(?:$|[(\[\]:,]))`, 'devin', 'word'),
  named(String.raw`jules(?=\s{0,3}(?:[(\[\]:]|ai\b|agent\b))`, 'google-jules', 'word'),
  named(String.raw`kiro\b`, 'kiro'),
  named(String.raw`amazon q\b`, 'amazon-q'),
  named(String.raw`zed(?: ai| agent)\b`, 'zed'),
  named(String.raw`hermes agent\b`, 'hermes-agent'),
  named(String.raw`junie\b`, 'junie'),
  named(String.raw`windsurf\b`, 'windsurf'),
  named(String.raw`openhands\b`, 'openhands'),
  named(String.raw`factory droid\b|droid cli\b`, 'factory-droid'),
  named(String.raw`crush(?=\s{0,3}(?:$|[(\[\]:,;@<&+/.]|via (?:an? )?(?:ai|model)\b))`, 'crush'),
  named(String.raw`amp(?: code)?(?=\s{0,3}(?:$|[(\[\]:,<]))`, 'amp', 'word'),
  named(String.raw`antigravity\b`, 'antigravity'),
  named(String.raw`roo code\b`, 'roo-code'),
  named(String.raw`kilo code\b`, 'kilo-code'),
  named(String.raw`cline(?=\s{0,3}(?:$|[(\[\]:,]|v?\d))`, 'cline', 'word'),
  named(String.raw`goose(?=\s{0,3}(?:$|[(\[\]:,]|v?\d))`, 'goose', 'word'),
  named(String.raw`augment code\b`, 'augment'),
  named(String.raw`replit (?:agent|assistant|ai)\b`, 'replit-agent'),
  named(String.raw`qwen[- ]code\b`, 'qwen-code'),
  named(String.raw`mistral vibe\b`, 'mistral-vibe'),
  named(String.raw`gitlab duo\b`, 'gitlab-duo'),
  named(
    String.raw`chat ?gpt\b|gpt-?\d(?:\.\d{1,2})?|gpt(?=\s{0,3}(?:$|[(:,]))|openai:? ?gpt\b`,
    'chatgpt',
    'model',
  ),
  named(String.raw`(?:deepseek|minimax|mimo|qwen|glm|grok|kimi|mistral)[- ]?[a-z]?\d`, UNNAMED, 'model'),
  named(String.raw`https?:\/\/[^\s#]{1,200}#(?:ai|llms?)\b`, UNNAMED),
  named(
    String.raw`(?:an )?(?:ai|llms?|coding agent|ai (?:agent|assistant|tools?))(?=\s{0,3}(?:$|[(\[:,;.<]|with\b|and\b))`,
    UNNAMED,
  ),
];

/** Nobody names more in one line. */
const MOST_TOOLS = 8;
const TEMPLATE = /^(?:[<[{`]|[A-Z]+_[A-Z_]+)/;
const VENDOR =
  /^(?:anthropic|aws|amazon bedrock|google|openai|z\.ai|moonshotai|my friend)(?:'s)?[:/ ]\s{0,2}/i;
const CARRIER = /\b(?:via|in|using|through) (?=[a-z])/gi;
const DENIAL = /^(?:no|none|false|never|not|n\/?a|0|-|nothing|human)(?![\w])/i;

/** Whether a value says that no AI took part, or is a template that nobody has filled in. */
export function saysNothing(value: string): boolean {
  return value === '' || DENIAL.test(value) || TEMPLATE.test(value);
}

/** The tools that a trailer's value names, of at most 300 characters; empty: none, or perhaps a person. */
export function namedTools(value: string): readonly string[] {
  if (saysNothing(value)) return [];
  const plain = value.replaceAll(/\([^()]{0,200}\)/g, ' ');
  const [first, ...others] = plain
    .split(/,|&|\+|\band\b/, MOST_TOOLS)
    .map((part) => nameAt(withoutVendor(part.trim()))?.name ?? null);
  const carrier = first?.model || first?.tool === UNNAMED || !first ? carrierIn(plain) : null;
  if (carrier !== null) return [carrier];
  if (!first) return [];
  const further = others.flatMap((name) => (name === null || name.tool === UNNAMED ? [] : [name.tool]));
  return [...new Set([first.tool, ...further])];
}

/** The tool that a phrase such as "Generated with ..." ends in, if it says no more than that, and where its name ends; else null. */
export function phrasedTool(phrase: string): { tool: string; end: number } | null {
  const bare = withoutVendor(phrase.replace(/^\[/, ''));
  const found = nameAt(bare);
  if (found === null) return null;
  const { name, length } = found;
  const rest = bare.slice(length);
  const link = /^[^\]()]{0,40}\]\(https?:\/\/[^()\s]{1,300}\)/i.exec(rest)?.[0] ?? '';
  if (name.word && link === '') return null;
  const ending = ENDING.exec(rest.slice(link.length));
  if (ending === null) return null;
  return { tool: name.tool, end: phrase.length - rest.length + link.length + (ending[1]?.length ?? 0) };
}

/** A version or a model, brackets, and then the end or a new thought. */
const ENDING =
  /^((?: (?:opus|sonnet|haiku|fable|pro|flash|developer|cli|code|agent|v?\d[\w.]{0,12})){0,4}(?: ?\([^()]{0,80}\))?)[\s.!:*_]{0,6}(?:$|[;,&|+–—-]|(?:via|with|as|and) )/i;

function withoutVendor(value: string): string {
  return value.replace(VENDOR, '');
}

function nameAt(text: string, index = 0): { name: Name; length: number } | null {
  for (const name of NAMES) {
    name.pattern.lastIndex = index;
    const match = name.pattern.exec(text);
    if (match !== null) return { name, length: match[0].length };
  }
  return null;
}

/** "GLM-5 via Crush" and "GPT-5 via GitHub Copilot" name the tool last. */
function carrierIn(value: string): string | null {
  for (const { index, 0: words } of value.matchAll(CARRIER)) {
    const found = nameAt(value, index + words.length);
    if (found !== null && found.name.model !== true && found.name.tool !== UNNAMED) return found.name.tool;
  }
  return null;
}
