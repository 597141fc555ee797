import type { Account } from '../../model/account.ts';
import type { GitIdentity } from '../../model/commit.ts';
import { type Instant, SECOND } from '../../model/instant.ts';
import { chance, purpose, seedOf, unitOf } from './chance.ts';
import type { Opening } from './opening.ts';
import { type Organisation, weekAt } from './organisation.ts';
import { type Person, weekOf } from './people.ts';

/** A coding agent that opens a pull request because somebody asked it to. */
export type Agent = { account: Account; identity: GitIdentity; assignees: readonly string[] };

/** What an AI tool leaves on a pull request, as the tools themselves write it. */
export type Mark = {
  /** Lines at the end of its commits' messages. */
  trailers: readonly string[];
  /** Lines at the end of its body. */
  body: readonly string[];
  /** The branch is called so: `codex/`. */
  branch: string;
  /** Null: a person opened it. */
  agent: Agent | null;
};

/** Of the pull requests of people in a week in which they use a tool, and of the others since the start. */
const MARKED = { using: 0.62, trying: 0.02 };
/** Sandboxes see more of it. */
const IN_SANDBOX = 1.3;
/** Since the start, of the marked ones. */
const BY_AGENT = 0.2;

/** Whether a person uses a tool in the week at a place in the data: whoever is easily won comes first and stays longest. */
export function usesTool(person: Person, use: number, place: number): boolean {
  const reluctance = unitOf(person.seed, purpose.use);
  const mood = 0.12 * (unitOf(person.seed, purpose.use, place) - 0.5);
  return reluctance + mood < use;
}

/** Null: nothing can be seen, which does not mean that no tool was used. */
export function markOf(organisation: Organisation, opening: Opening): Mark | null {
  const { at, person, team, repository } = opening;
  const { use, since } = weekAt(organisation, team, at);
  const draws = chance(opening.seed, purpose.marks);
  const using = usesTool(person, use, weekOf(at) - organisation.first);
  const share = using ? MARKED.using : since === null ? 0 : MARKED.trying;
  if (!draws.yes(share * (repository.releasedEvery === null ? IN_SANDBOX : 1))) return null;
  if (since !== null && draws.yes(BY_AGENT)) return agentsMark(person, at, draws.unit());
  return MARKS[toolAt(unitOf(person.seed, purpose.marks) * 0.8 + draws.unit() * 0.2)];
}

/** Up to which draw a tool is somebody's, in the order of the draws. */
export const TOOLS = [
  { tool: 'claude-code', name: 'Claude Code', below: 0.45 },
  { tool: 'copilot', name: 'GitHub Copilot', below: 0.7 },
  { tool: 'cursor', name: 'Cursor', below: 0.87 },
  { tool: 'codex', name: 'Codex', below: 1 },
] as const;
export type Tool = (typeof TOOLS)[number]['tool'];

/** The tool that somebody keeps to, mostly. */
export function toolOf({ seed }: Person): Tool {
  return toolAt(unitOf(seed, purpose.marks) * 0.8 + 0.1);
}

function toolAt(which: number): Tool {
  return TOOLS.find(({ below }) => which < below)?.tool ?? 'codex';
}

const NONE: Mark = { trailers: [], body: [], branch: '', agent: null };

const MARKS: Readonly<Record<Tool, Mark>> = {
  'claude-code': {
    ...NONE,
    trailers: ['Co-Authored-By: Claude <noreply@anthropic.com>'],
    body: ['🤖 Generated with [Claude Code](https://claude.com/claude-code)'],
  },
  copilot: { ...NONE, trailers: ['Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>'] },
  cursor: { ...NONE, trailers: ['Made-with: Cursor'] },
  codex: { ...NONE, branch: 'codex/' },
};

function agentsMark({ login, name }: Person, at: Instant, which: number): Mark {
  if (which < 0.7) {
    return {
      ...NONE,
      trailers: [`Co-authored-by: ${name} <${accountNumber(login)}+${login}@users.noreply.github.com>`],
      branch: 'copilot/',
      agent: {
        account: { login: 'copilot-swe-agent', kind: 'bot' },
        identity: { name: 'copilot-swe-agent[bot]', email: '198982749+Copilot@users.noreply.github.com' },
        assignees: [login, 'Copilot'],
      },
    };
  }
  const run = seedOf(at / SECOND, 1)
    .toString(16)
    .padStart(8, '0');
  return {
    ...NONE,
    body: [`Link to Devin run: https://app.devin.ai/sessions/${run}`, `Requested by: @${login}`],
    branch: `devin/${Math.floor(at / SECOND)}-`,
    agent: {
      account: { login: 'devin-ai-integration', kind: 'bot' },
      identity: {
        name: 'devin-ai-integration[bot]',
        email: '158243242+devin-ai-integration[bot]@users.noreply.github.com',
      },
      assignees: [],
    },
  };
}

/** GitHub's number of an account, as its own mail addresses show it. */
export function accountNumber(login: string): number {
  return 1_000_000 + (seedOf(...Array.from(login, (letter) => letter.charCodeAt(0))) % 90_000_000);
}
