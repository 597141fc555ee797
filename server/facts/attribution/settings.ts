import { QuestionError } from '../../model/errors.ts';

/** What an organisation adds to the rules. Letter case means nothing in any of it. */
export type AttributionSettings = {
  /** Its own agents: `mailbox` is a whole address, `login` an account or an app without `[bot]`. */
  identities: readonly { tool: string; mailbox: string | null; login: string | null }[];
  /** Branches that begin so. */
  branchPrefixes: readonly { tool: string; prefix: string }[];
  /** Labels of pull requests, whole. */
  labels: readonly { tool: string; label: string }[];
  /** Whether what people say in words of their own counts ("the tests are written by Claude", a shared conversation). */
  countProse: boolean;
  /** Mailboxes and logins whose commits and pull requests are not looked at. */
  excludedPeople: readonly string[];
  /** Repositories (`owner/name`, or a pattern with `*`) that are not looked at. */
  excludedRepositories: readonly string[];
};

export const NO_SETTINGS: AttributionSettings = {
  identities: [],
  branchPrefixes: [],
  labels: [],
  countProse: false,
  excludedPeople: [],
  excludedRepositories: [],
};

const MOST = 500;
const TOOL = /^[a-z\d][a-z\d-]{0,39}$/;

/** Settings of the right shape; throws a `QuestionError` that names the field. What is left out is empty. */
export function attributionSettings(given: unknown): AttributionSettings {
  const all = record(given, 'settings');
  for (const field of Object.keys(all)) {
    if (!(field in NO_SETTINGS)) throw wrong(field, 'is not known');
  }
  return {
    identities: list(all, 'identities', (entry, field) => {
      const { tool, mailbox, login } = record(entry, field);
      const identity = {
        tool: toolOf(tool, field),
        mailbox: mailbox === undefined || mailbox === null ? null : text(mailbox, `${field}.mailbox`),
        login: login === undefined || login === null ? null : text(login, `${field}.login`),
      };
      if (identity.mailbox === null && identity.login === null)
        throw wrong(field, 'needs a mailbox or a login');
      if (identity.mailbox !== null && !/^[^\s@<>]+@[^\s@<>]+$/.test(identity.mailbox)) {
        throw wrong(`${field}.mailbox`, 'is not one whole address');
      }
      return identity;
    }),
    branchPrefixes: list(all, 'branchPrefixes', (entry, field) => {
      const { tool, prefix } = record(entry, field);
      return { tool: toolOf(tool, field), prefix: text(prefix, `${field}.prefix`) };
    }),
    labels: list(all, 'labels', (entry, field) => {
      const { tool, label } = record(entry, field);
      return { tool: toolOf(tool, field), label: text(label, `${field}.label`) };
    }),
    countProse: flag(all.countProse ?? false, 'countProse'),
    excludedPeople: list(all, 'excludedPeople', text),
    excludedRepositories: list(all, 'excludedRepositories', text),
  };
}

function flag(value: unknown, field: string): boolean {
  if (typeof value !== 'boolean') throw wrong(field, 'is neither true nor false');
  return value;
}

function list<T>(
  all: Readonly<Record<string, unknown>>,
  name: Exclude<keyof AttributionSettings, 'countProse'>,
  read: (entry: unknown, field: string) => T,
): T[] {
  const entries: unknown = all[name] ?? [];
  if (!Array.isArray(entries)) throw wrong(name, 'is not a list');
  if (entries.length > MOST) throw wrong(name, `has more than ${MOST} entries`);
  return entries.map((entry: unknown, index) => read(entry, `${name}[${index}]`));
}

function record(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(field, 'is not an object');
  return Object.fromEntries(Object.entries(value));
}

function text(value: unknown, field: string): string {
  const trimmed = typeof value === 'string' ? value.trim() : '';
  if (trimmed === '' || trimmed.length > 200) throw wrong(field, 'is not a text of 1 to 200 characters');
  return trimmed;
}

function toolOf(value: unknown, field: string): string {
  const tool = text(value, `${field}.tool`);
  if (!TOOL.test(tool))
    throw wrong(`${field}.tool`, 'is not a name of lower-case letters, digits and hyphens');
  return tool;
}

function wrong(field: string, what: string): QuestionError {
  return new QuestionError('bad-attribution-settings', `${field} ${what}.`, field);
}
