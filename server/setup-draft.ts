import type { Config } from './config.ts';
import type { AskedSource } from './contract/setup.ts';
import type { Asked } from './ingest/sources.ts';
import { QuestionError } from './model/errors.ts';
import type { SecretPlace } from './secrets.ts';
import { login, mailAddress, projectKey } from './setup-field.ts';
import type { SourceEntry } from './setup-file.ts';

/** What connecting a source would write, and what it may be asked with. */
export type SetupDraft = {
  entry: SourceEntry;
  asked: Asked;
  /** By their names; those that are to be kept. */
  secrets: ReadonlyMap<string, string>;
};

/** What stands there already, for what may be left out. */
export type Standing = {
  config: Pick<Config, 'sources'>;
  env: Readonly<Record<string, string | undefined>>;
  place: (name: string) => SecretPlace;
};

const GITHUB = 'https://api.github.com';

/**
 * A token goes nowhere but where it was meant to go: with another address it has to be given again, so that nobody can have a kept
 * one sent to a server of their own.
 * @throws QuestionError `bad-token`, `no-token`, `token-again`, `in-environment`
 */
export function setupDraft(asked: AskedSource, standing: Standing): SetupDraft {
  if (asked.source === 'github') return githubDraft(asked, standing);
  if (asked.source === 'jira') return jiraDraft(asked, standing);
  if (asked.source === 'copilot') return copilotDraft(asked, standing);
  const name = asked.source === 'cursor' ? 'CURSOR_API_KEY' : 'ANTHROPIC_ADMIN_KEY';
  return {
    entry: { key: asked.source, values: {}, same: () => true },
    asked: { source: asked.source, config: {} },
    secrets: secretsFor(asked.token, name, standing, true),
  };
}

type Of<Source> = Extract<AskedSource, { source: Source }>;

function githubDraft({ address, token, ...given }: Of<'github'>, standing: Standing): SetupDraft {
  const owner = login(given.owner);
  const { config, env } = standing;
  const fixed = env.GITHUB_API_URL;
  const wanted = fixed ? undefined : plainAddress(address);
  const known = config.sources.flatMap((one) =>
    one.source === 'github' ? [one.config.address ?? GITHUB] : [],
  );
  const isKnown = fixed !== undefined || wanted === undefined || known.some((one) => isSame(one, wanted));
  const settings = config.sources.find(
    (one) => one.source === 'github' && one.config.owner?.toLowerCase() === owner.toLowerCase(),
  );
  const { address: _, ...before } = settings?.source === 'github' ? settings.config : { owner };
  return {
    entry: {
      key: 'github',
      values: { owner: before.owner, address: wanted },
      same: (entry) => String(entry.owner).toLowerCase() === owner.toLowerCase(),
    },
    asked: { source: 'github', config: { ...before, ...(wanted !== undefined && { address: wanted }) } },
    secrets:
      standing.place('GITHUB_APP_ID') !== 'missing' && token === undefined && isKnown
        ? new Map()
        : secretsFor(token, 'GITHUB_TOKEN', standing, isKnown),
  };
}

function jiraDraft({ address, email, projects, token }: Of<'jira'>, standing: Standing): SetupDraft {
  const { config, env, place } = standing;
  const fixed = env.JIRA_URL;
  const wanted = fixed ? undefined : plainAddress(address);
  const settings = config.sources.find((one) => one.source === 'jira' && one.config.site === undefined);
  const before = settings?.source === 'jira' ? settings.config : {};
  const isKnown = fixed !== undefined || isSame(before.address ?? '', wanted ?? '');
  const name = email === undefined || email.trim() === '' ? 'JIRA_BEARER' : 'JIRA_TOKEN';
  if (name === 'JIRA_BEARER' && isCloud(fixed ?? wanted))
    throw new QuestionError('bad-email', NO_EMAIL, 'email');
  const secrets = new Map(secretsFor(token, name, standing, isKnown));
  if (name === 'JIRA_TOKEN' && place('JIRA_EMAIL') !== 'environment')
    secrets.set('JIRA_EMAIL', mailAddress(email, 'email'));
  const keys = (projects ?? []).map(projectKey);
  const { address: _a, projects: _p, ...others } = before;
  return {
    entry: {
      key: 'jira',
      values: { address: wanted, projects: keys.length === 0 ? undefined : keys },
      same: (entry) => entry.site === undefined,
    },
    asked: {
      source: 'jira',
      config: {
        ...others,
        ...(wanted !== undefined && { address: wanted }),
        ...(keys.length > 0 && { projects: keys }),
      },
    },
    secrets,
  };
}

function copilotDraft({ token, ...given }: Of<'copilot'>, standing: Standing): SetupDraft {
  const owner = login(given.owner);
  const { config, place } = standing;
  const github = config.sources.find((one) => one.source === 'github');
  const address = github?.source === 'github' ? github.config.address : undefined;
  // Without a token of its own GitHub's is asked with.
  const shared =
    token === undefined && place('COPILOT_TOKEN') === 'missing' && place('GITHUB_TOKEN') !== 'missing';
  return {
    entry: {
      key: 'copilot',
      values: { owner, address },
      same: (entry) => String(entry.owner).toLowerCase() === owner.toLowerCase(),
    },
    asked: { source: 'copilot', config: { owner, ...(address !== undefined && { address }) } },
    secrets: shared ? new Map() : secretsFor(token, 'COPILOT_TOKEN', standing, true),
  };
}

/** @param what is asked for, in words */
export function secretsFor(
  given: string | undefined,
  name: string,
  { place }: Pick<Standing, 'place'>,
  isKnown: boolean,
  what = { field: 'token', words: 'a token' },
): ReadonlyMap<string, string> {
  const token = given?.trim() ?? '';
  const where = place(name);
  if (token === '' && where === 'missing')
    throw new QuestionError('no-token', `Put in ${what.words}: ${name} is not there yet.`, what.field);
  if (token === '' && !isKnown) throw tokenAgain(where, name);
  if (token === '') return new Map();
  if (where === 'environment')
    throw new QuestionError(
      'in-environment',
      `${name} comes from the environment of this program, which goes before what is kept here. Change it there, and leave the field empty.`,
      what.field,
    );
  // Printable and without spaces: what else is copied with a token is not of it.
  if (/^[\x21-\x7e]{4,4000}$/.test(token)) return new Map([[name, token]]);
  throw new QuestionError(
    'bad-token',
    `This is not ${what.words}: it has spaces, line ends or signs that cannot be in one. Copy it again.`,
    what.field,
  );
}

function tokenAgain(where: SecretPlace, name: string): QuestionError {
  const what =
    where === 'environment'
      ? `${name} comes from the environment of this program, and goes only to an address that comes from there too. Set both there.`
      : `The token that is kept was meant for another address. Put it in again to send it to this one.`;
  return new QuestionError('token-again', what, 'token');
}

const NO_EMAIL = 'Jira Cloud asks for the e-mail of the account which the token is of: put that in as well.';

/** As it is in the browser; a token with scopes is asked for at another address. */
function isCloud(address = ''): boolean {
  return URL.canParse(address) && new URL(address).hostname.endsWith('.atlassian.net');
}

/** Undefined: the vendor's own. */
function plainAddress(given: string | undefined): string | undefined {
  const address = given?.trim().replace(/\/+$/, '') ?? '';
  return address === '' || address === GITHUB || /^https?:\/\/(www\.)?github\.com$/.test(address)
    ? undefined
    : address;
}

function isSame(one: string, other: string): boolean {
  const origin = (address: string) => (URL.canParse(address) ? new URL(address).origin : address);
  return origin(one) === origin(other);
}
