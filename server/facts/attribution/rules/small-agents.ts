import type { Strength } from '../evidence.ts';
import type { IdentityRule } from '../rule.ts';

type Row = readonly [
  signal: string,
  tool: string,
  mailbox: string,
  strength: Strength,
  source: string,
  /** What the name has to be, where the mailbox alone does not say it. */
  name?: string,
];

const SEEN = 'read in public history';
const LISTED = 'aiblame, table of agents; documented only';

/** One mailbox each. */
const MAILBOXES: readonly Row[] = [
  ['qwen', 'qwen-code', 'qwen-coder@alibabacloud.com', 'certain', SEEN],
  ['vibe', 'mistral-vibe', 'vibe@mistral.ai', 'certain', SEEN],
  ['warp', 'warp', 'oz-agent@warp.dev', 'certain', SEEN],
  ['warp-agent', 'warp', 'agent@warp.dev', 'certain', SEEN],
  ['cosine', 'cosine', 'agent@cosine.sh', 'certain', SEEN],
  ['firebender', 'firebender', 'help@firebender.com', 'certain', SEEN],
  ['sisyphus', 'sisyphus', 'clio-agent@sisyphuslabs.ai', 'certain', SEEN],
  ['termai', 'termai', 'noreply@termai.io', 'certain', SEEN],
  ['blackbox', 'blackbox', 'code@blackbox.ai', 'certain', SEEN, 'BLACKBOX Agent'],
  ['codebuff', 'codebuff', 'noreply@codebuff.com', 'certain', SEEN],
  ['twill', 'twill', 'agent@twill.ai', 'certain', 'wrapper around Claude Code; read in public history'],
  ['hermes', 'hermes-agent', 'hermes@nousresearch.com', 'strong', SEEN, 'Hermes Agent'],
  ['atlarix', 'atlarix', 'agent@atlarix.dev', 'strong', SEEN],
  ['codesmith', 'codesmith', 'codesmith-bot@users.noreply.github.com', 'strong', SEEN],
  ['goose', 'goose', 'goose@opensource.block.xyz', 'certain', LISTED],
  ['trae', 'trae', 'noreply@trae.ai', 'strong', LISTED],
  ['grok', 'grok', 'grok@x.ai', 'strong', LISTED],
  ['kimi', 'kimi', 'noreply@moonshot.cn', 'strong', LISTED],
  ['pi', 'pi', 'pi@earendil.works', 'strong', LISTED],
  ['pi-noreply', 'pi', 'noreply@pi.dev', 'strong', SEEN],
  ['windsurf', 'windsurf', 'noreply@windsurf.com', 'strong', 'typed by hand; the editor writes nothing'],
];

/** They carry or accompany another tool, and count only beside it. */
const WRAPPERS: readonly Row[] = [
  ['sageox', 'sageox', 'ox@sageox.ai', 'weak', 'read beside Claude in public history'],
  ['nori', 'nori', 'contact@tilework.tech', 'weak', SEEN],
  [
    'happy',
    'happy',
    'yesreply@happy.engineering',
    'weak',
    'remote control of Claude Code; read in public history',
  ],
];

const identityOf =
  (author: 'authored' | 'assisted') =>
  ([signal, tool, mailbox, strength, source, name]: Row): IdentityRule => ({
    at: 'identity',
    signal,
    tool,
    strength,
    mailboxes: [mailbox],
    ...(name === undefined ? {} : { name: new RegExp(`^${name}$`, 'i') }),
    author,
    trailer: 'assisted',
    source,
    shows: [`${name ?? 'Any Name'} <${mailbox}>`],
    unlike: [`${name ?? 'Any Name'} <ada.${mailbox}>`, `Ada Example <${mailbox}.example.com>`],
  });

export const SMALL_AGENT_RULES: readonly IdentityRule[] = [
  ...MAILBOXES.map(identityOf('authored')),
  ...WRAPPERS.map(identityOf('assisted')),
];
