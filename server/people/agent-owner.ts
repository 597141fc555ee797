import type { PullRequest } from '../model/pull-request.ts';
import { AGENT_APPS } from './agents.ts';
import { AUTOMATION } from './automation.ts';
import { plainLogin } from './login.ts';

const LOGIN = '([a-z\\d][\\w-]{0,99})(?![\\w/-])';
const REQUESTS: readonly RegExp[] = [
  // Devin and others: "Requested by: @login", "Requested by: Some Name (@login)", "Requested-by: [@login](address)".
  new RegExp(`^requested[- ]by(?:: ?| )(?:[^@<>():]{1,60} \\()?\\[?@${LOGIN}`, 'i'),
  // As a trailer, by the address that GitHub gives an account: "Requested-by: Some Name <123+login@users.noreply.github.com>".
  new RegExp(`^requested-by: [^@<>]{0,80}<(?:\\d{1,12}\\+)?${LOGIN}@users\\.noreply\\.github\\.com>`, 'i'),
  // Jules: "PR created automatically by Jules for task [1](address) started by @login".
  new RegExp(`^PR created automatically by Jules for task .{1,300} started by @${LOGIN}`, 'i'),
];

/**
 * Login of the person who asked a coding agent for a pull request: the first assignee who is no program (GitHub assigns its
 * agents' pull requests to those who asked), else the one person whom its body or the trailers of its commits name
 * as requester, else who merged it. A co-author has not asked for anything. Null when nobody is known, and for what no agent opened.
 */
export function ownerOf(
  { forge, body }: PullRequest,
  agent: boolean,
  messages: readonly string[],
): string | null {
  if (!agent || forge === null) return null;
  const assignee = forge.assignees.find(isPerson);
  if (assignee !== undefined) return assignee;
  const requesters = new Map(
    [body, ...messages].flatMap(requestersIn).map((login) => [plainLogin(login), login]),
  );
  const [requester] = requesters.values();
  if (requester !== undefined && requesters.size === 1) return requester;
  const { mergedBy } = forge;
  return mergedBy !== null && mergedBy.kind !== 'bot' && isPerson(mergedBy.login) ? mergedBy.login : null;
}

/** By the login alone, as nothing else is told of an assignee; on an agent's pull request an agent's name is the agent. */
function isPerson(login: string): boolean {
  const plain = plainLogin(login);
  return !login.toLowerCase().endsWith('[bot]') && !AGENT_APPS.has(plain) && !AUTOMATION.has(plain);
}

/** Not in quotations, code or comments, which hold what others have written. */
function requestersIn(text: string): string[] {
  const lines = text
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replaceAll(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1|(?![\s\S]))/gm, '')
    .split('\n')
    .filter((line) => !/^(?: {4}|\t|\s*>)/.test(line))
    .map((line) => line.replaceAll('*', '').replace(/^[\s_]*(?:- )?/, ''));
  return lines
    .flatMap((line) => REQUESTS.map((pattern) => pattern.exec(line)?.[1]))
    .filter((login) => login !== undefined)
    .filter(isPerson);
}
