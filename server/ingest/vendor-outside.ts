import { SourceError } from '../net/source-error.ts';
import type { ClaudeCodeOutside } from '../sources/claude-code/reading.ts';
import type { CopilotOutside } from '../sources/copilot/reading.ts';
import type { CursorOutside } from '../sources/cursor/reading.ts';
import { outsideAddress } from './outside-address.ts';
import type { World } from './sources.ts';

// Where the vendors of AI tools are and who asks them. All throw SourceError `no-credentials` and `bad-address`.

const GITHUB = 'https://api.github.com';

/** Copilot's own token goes before GitHub's, since it needs rights that reading pull requests does not. */
export function copilotOutside(world: World): CopilotOutside {
  const apiUrl = outsideAddress(
    'GITHUB_API_URL',
    world.env.GITHUB_API_URL || GITHUB,
    'For GitHub Enterprise Server it is https://HOST/api/v3; leave it out for github.com.',
  );
  const token = world.secret('COPILOT_TOKEN') ?? world.secret('GITHUB_TOKEN');
  if (token === null)
    throw missing('Copilot', 'COPILOT_TOKEN', 'or GITHUB_TOKEN, where that may read the use of Copilot');
  const { host } = new URL(apiUrl);
  return { ...outside(world), apiUrl, host: host === 'api.github.com' ? 'github.com' : host, token };
}

export function claudeCodeOutside(world: World): ClaudeCodeOutside {
  const name = 'ANTHROPIC_API_URL';
  const url = world.env[name] || 'https://api.anthropic.com';
  const key = world.secret('ANTHROPIC_ADMIN_KEY');
  if (key === null)
    throw missing('Claude Code', 'ANTHROPIC_ADMIN_KEY', 'an Admin API key of the organisation');
  return { ...outside(world), url: outsideAddress(name, url, 'Leave it out for api.anthropic.com.'), key };
}

export function cursorOutside(world: World): CursorOutside {
  const name = 'CURSOR_API_URL';
  const url = world.env[name] || 'https://api.cursor.com';
  const key = world.secret('CURSOR_API_KEY');
  if (key === null) throw missing('Cursor', 'CURSOR_API_KEY', 'an Admin API key of the team');
  return { ...outside(world), url: outsideAddress(name, url, 'Leave it out for api.cursor.com.'), key };
}

function outside({ fetch: send, now, wait }: World) {
  return { fetch: send, now, wait };
}

function missing(what: string, name: string, hint: string): SourceError {
  return new SourceError(
    'no-credentials',
    `To read the use of ${what} set ${name} (or ${name}_FILE): ${hint}.`,
  );
}
