const NAMES: Readonly<Record<string, string>> = {
  'claude-code': 'Claude Code',
  'github-copilot': 'GitHub Copilot',
  'openai-codex': 'OpenAI Codex',
  'gemini-cli': 'Gemini CLI',
  'gemini-code-assist': 'Gemini Code Assist',
  'google-jules': 'Google Jules',
  chatgpt: 'ChatGPT',
  'roo-code': 'Roo Code',
  openhands: 'OpenHands',
  opencode: 'opencode',
  coderabbit: 'CodeRabbit',
  unnamed: 'A tool that is not named',
};

/** A tool by the name that its users know: "Claude Code". One of the organisation's own by its id, in words: "House bot". */
export function toolName(tool: string): string {
  const known = NAMES[tool];
  if (known !== undefined) return known;
  const words = tool.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
