import type { Account } from '../../model/account.ts';
import type { AttributionInput } from './attribute.ts';
import type { AttributedCommit } from './commit-evidence.ts';

/** What is wrong with a line, as a sentence. */
export class LineError extends Error {}

/**
 * A pull request as `uptake attribution explain` takes it: with its commits, or the commit that landed it, or both. Fields that are
 * not known are not read. Accounts are logins, an app's with `[bot]` (or `app/` before it).
 */
export function explainInput(given: unknown): AttributionInput {
  const fields = record(given, 'The line');
  if (isMissing(fields.commits) && isMissing(fields.merge_commit)) throw new LineError('commits is missing');
  return {
    repository: optional(fields.repository, 'repository'),
    title: optional(fields.title, 'title') ?? '',
    body: optional(fields.body, 'body') ?? '',
    branch: optional(fields.branch, 'branch'),
    labels: list(fields.labels ?? [], 'labels').map((label, index) => text(label, `labels[${index}]`)),
    account: isMissing(fields.author) ? null : account(fields.author, 'author'),
    reviewers: list(fields.reviewers ?? [], 'reviewers').map((login, index) =>
      account(login, `reviewers[${index}]`),
    ),
    commits: isMissing(fields.commits)
      ? null
      : list(fields.commits, 'commits').map((entry, index) => commit(entry, `commits[${index}]`)),
    landed: isMissing(fields.merge_commit) ? null : commit(fields.merge_commit, 'merge_commit'),
  };
}

function commit(given: unknown, where: string): AttributedCommit {
  const fields = record(given, where);
  return {
    sha: text(fields.sha, `${where}.sha`),
    author: {
      name: optional(fields.author_name, `${where}.author_name`) ?? '',
      email: optional(fields.author_email, `${where}.author_email`) ?? '',
    },
    message: text(fields.message, `${where}.message`),
    authoredAt: instant(fields.authored_at ?? null, `${where}.authored_at`),
    parents: count(fields.parents ?? null, `${where}.parents`),
    note: optional(fields.note, `${where}.note`),
  };
}

function account(given: unknown, where: string): Account {
  if (typeof given === 'string') {
    const app = given.startsWith('app/');
    const login = app ? given.slice('app/'.length) : given;
    return { login, kind: app || login.toLowerCase().endsWith('[bot]') ? 'bot' : 'user' };
  }
  const { login, kind } = record(given, where);
  const known = (['user', 'bot', 'mannequin', 'organization'] as const).find(
    (name) => name === (kind ?? 'user'),
  );
  if (known === undefined) throw new LineError(`${where}.kind is none of user, bot, mannequin, organization`);
  return { login: text(login, `${where}.login`), kind: known };
}

/** An ISO instant, or seconds since 1970 as git tells them. */
function instant(given: unknown, where: string): number | null {
  if (given === null) return null;
  const at = typeof given === 'number' ? given * 1000 : Date.parse(text(given, where));
  if (!Number.isFinite(at)) throw new LineError(`${where} is no instant`);
  return at;
}

/** How many parents, or their list. */
function count(given: unknown, where: string): number | null {
  if (given === null) return null;
  if (Array.isArray(given)) return given.length;
  if (typeof given === 'number' && Number.isInteger(given) && given >= 0) return given;
  throw new LineError(`${where} is neither a number nor a list`);
}

function record(given: unknown, where: string): Readonly<Record<string, unknown>> {
  if (!isRecord(given)) throw new LineError(`${where} is not an object`);
  return given;
}

function isRecord(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function list(given: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(given)) throw new LineError(`${where} is not a list`);
  return given;
}

function optional(given: unknown, where: string): string | null {
  return isMissing(given) ? null : text(given, where);
}

function isMissing(given: unknown): given is undefined | null {
  return given === undefined || given === null;
}

function text(given: unknown, where: string): string {
  if (given === undefined) throw new LineError(`${where} is missing`);
  if (typeof given !== 'string') throw new LineError(`${where} is not a text`);
  return given;
}
