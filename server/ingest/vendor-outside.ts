import { SourceError } from '../net/source-error.ts';
import type { ClaudeCodeOutside } from '../sources/claude-code/reading.ts';
import type { CopilotOutside } from '../sources/copilot/reading.ts';
import type { CursorOutside } from '../sources/cursor/reading.ts';
import { installationToken } from '../sources/github/installation-token.ts';
import { githubAddress, githubOutside } from './github-outside.ts';
import { outsideAddress } from './outside-address.ts';
import type { World } from './sources.ts';

// Where the vendors of AI tools are and who asks them. All throw SourceError `no-credentials` and `bad-address`.

/**
 * Copilot's own token goes before GitHub's credentials, since it needs rights that reading pull requests does not; of these an App
 * goes before a token, as it does where GitHub itself is read.
 */
export function copilotOutside(
  world: World,
  { owner, address }: { owner: string; address?: string },
): CopilotOutside {
  const own = world.secret('COPILOT_TOKEN');
  if (own !== null) return copilotBy(world, address, 'token', async () => own);
  if (world.secret('GITHUB_APP_ID') !== null)
    return copilotBy(world, address, 'app', installationToken(owner, githubOutside(world, where(address))));
  const token = world.secret('GITHUB_TOKEN');
  if (token === null)
    throw missing(
      'Copilot',
      'COPILOT_TOKEN',
      'or GITHUB_TOKEN, or a GitHub App, where that may read the use of Copilot',
    );
  return copilotBy(world, address, 'token', async () => token);
}

function copilotBy(
  world: World,
  address: string | undefined,
  by: CopilotOutside['by'],
  token: CopilotOutside['token'],
): CopilotOutside {
  const apiUrl = githubAddress(world, where(address));
  const { host } = new URL(apiUrl);
  return { ...outside(world), apiUrl, host: host === 'api.github.com' ? 'github.com' : host, by, token };
}

function where(address: string | undefined): { address?: string } {
  return address === undefined ? {} : { address };
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
