import { type AiSignal, mailboxesOf } from '../../../model/ai-mailboxes.ts';
import type { Strength } from '../evidence.ts';
import type { IdentityRule } from '../rule.ts';

type Row = readonly [
  signal: AiSignal,
  tool: string,
  strength: Strength,
  source: string,
  /** What the name has to be, where the mailbox alone does not say it. */
  name?: string,
];

const SEEN = 'read in public history';
const LISTED = 'aiblame, table of agents; documented only';

const AGENTS: readonly Row[] = [
  ['qwen', 'qwen-code', 'certain', SEEN],
  ['vibe', 'mistral-vibe', 'certain', SEEN],
  ['warp', 'warp', 'certain', SEEN],
  ['warp-agent', 'warp', 'certain', SEEN],
  ['cosine', 'cosine', 'certain', SEEN],
  ['firebender', 'firebender', 'certain', SEEN],
  ['sisyphus', 'sisyphus', 'certain', SEEN],
  ['termai', 'termai', 'certain', SEEN],
  ['blackbox', 'blackbox', 'certain', SEEN, 'BLACKBOX Agent'],
  ['codebuff', 'codebuff', 'certain', SEEN],
  ['twill', 'twill', 'certain', 'wrapper around Claude Code; read in public history'],
  ['hermes', 'hermes-agent', 'strong', SEEN, 'Hermes Agent'],
  ['atlarix', 'atlarix', 'strong', SEEN],
  ['codesmith', 'codesmith', 'strong', SEEN],
  ['goose', 'goose', 'certain', LISTED],
  ['trae', 'trae', 'strong', LISTED],
  ['grok', 'grok', 'strong', LISTED],
  ['kimi', 'kimi', 'strong', LISTED],
  ['pi', 'pi', 'strong', LISTED],
  ['pi-noreply', 'pi', 'strong', SEEN],
  ['adal', 'adal', 'strong', SEEN, 'AdaL'],
  ['gitar', 'gitar', 'strong', SEEN, 'Gitar'],
  ['openclaw', 'openclaw', 'strong', SEEN, 'OpenClaw Agent'],
  ['perfloop', 'perfloop', 'strong', SEEN, 'Perfloop Agent'],
  ['windsurf', 'windsurf', 'strong', 'typed by hand; the editor writes nothing'],
];

/** They carry or accompany another tool, and count only beside it. */
const WRAPPERS: readonly Row[] = [
  ['sageox', 'sageox', 'weak', 'read beside Claude in public history'],
  ['nori', 'nori', 'weak', SEEN],
  ['happy', 'happy', 'weak', 'remote control of Claude Code; read in public history'],
];

const identityOf =
  (author: 'authored' | 'assisted') =>
  ([signal, tool, strength, source, name]: Row): IdentityRule => {
    const mailboxes = mailboxesOf(signal);
    return {
      at: 'identity',
      signal,
      tool,
      strength,
      mailboxes,
      ...(name === undefined ? {} : { name: new RegExp(`^${name}$`, 'i') }),
      author,
      trailer: 'assisted',
      source,
      shows: mailboxes.map((mailbox) => `${name ?? 'Any Name'} <${mailbox}>`),
      unlike: mailboxes.flatMap((mailbox) => [
        `${name ?? 'Any Name'} <ada.${mailbox}>`,
        `Ada Example <${mailbox}.example.com>`,
      ]),
    };
  };

export const SMALL_AGENT_RULES: readonly IdentityRule[] = [
  ...AGENTS.map(identityOf('authored')),
  ...WRAPPERS.map(identityOf('assisted')),
];
