import type { TextRule } from '../rule.ts';

const CHATS = [
  ['claude-share', 'claude-chat', 'https://claude.ai/share/'],
  ['chatgpt-share', 'chatgpt', 'https://chatgpt.com/share/'],
  ['chatgpt-share-old', 'chatgpt', 'https://chat.openai.com/share/'],
  ['gemini-share', 'gemini-chat', 'https://gemini.google.com/share/'],
  ['gemini-share-short', 'gemini-chat', 'https://g.co/gemini/share/'],
] as const;

/**
 * What people write in words of their own. It may be about other work, so that it is weak, unless the organisation lets it
 * count.
 */
export const PROSE_RULES: readonly TextRule[] = [
  ...CHATS.map(
    ([signal, tool, address]): TextRule => ({
      at: 'text',
      signal,
      tool,
      strength: 'weak',
      prose: true,
      hint: address,
      pattern: new RegExp(`${address.replaceAll('.', '\\.')}[\\w-]{6,80}`, 'i'),
      role: 'assisted',
      source: 'read in public history: a conversation that somebody shares',
      shows: [`See ${address}0123456789abcdef`],
      unlike: [address, `${address.replace('https://', 'https://example.com/')}0123456789abcdef`],
    }),
  ),
  {
    at: 'text',
    signal: 'prose-ai-generated',
    tool: 'unnamed',
    strength: 'weak',
    prose: true,
    hint: 'ly ai',
    pattern:
      /\b(?:mostly|largely|mainly|predominantly|entirely|completely|fully|partly|partially) ai[- ](?:generated|written|assisted|authored)\b/i,
    role: 'assisted',
    source: 'read in public history',
    shows: ['The test was largely AI generated.', 'Mostly AI-written'],
    unlike: ['AI generated pictures are refused', 'Mostly aired at night', 'Only AI-generated labels'],
  },
  ...['written', 'generated', 'created', 'coded', 'implemented', 'authored'].map(
    (verb): TextRule => ({
      at: 'text',
      signal: `prose-${verb}`,
      tool: 'unnamed',
      strength: 'weak',
      prose: true,
      hint: `${verb} `,
      pattern: new RegExp(
        `(?<!\\b(?:errors?|mistakes?|bugs?|issues?|mess|slop) )\\b${verb} (?:entirely |mostly )?(?:by|with|using) (?:an? )?(?:claude|chatgpt|gpt-?\\d|(?:github )?copilot|codex|gemini|llms?|ai)\\b`,
        'i',
      ),
      role: 'assisted',
      source: 'read in public history',
      shows: [`Most of what is new was ${verb} by Claude.`],
      unlike: [
        `Most of it was ${verb} by hand`,
        `Fix the error ${verb} by Claude`,
        `The list is ${verb} by Claudette`,
      ],
    }),
  ),
];
