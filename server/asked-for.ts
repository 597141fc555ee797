import { join, resolve } from 'node:path';
import type { Config } from './config.ts';
import type { Asked } from './ingest/sources.ts';
import { ConfigError } from './model/errors.ts';
import type { GithubSourceConfig } from './sources/github/config.ts';
import type { JiraSourceConfig } from './sources/jira/config.ts';

type Source = Exclude<Asked['source'], 'demo'>;

/** What follows a source on the command line; null: nothing can. */
const FOLLOWS: Record<Source, string | null> = {
  git: 'PATH',
  github: 'OWNER',
  jira: 'PROJECT',
  copilot: 'OWNER',
  'claude-code': null,
  cursor: null,
  usage: 'FILE.csv',
};

/** What a command line asks to be read: what it names, or all that is configured. Throws ConfigError. */
export function askedFor(config: Config, source: string | undefined, what: string | undefined): Asked[] {
  if (source === undefined) return configured(config, config.sources, 'sources');
  if (!isSource(source)) {
    const all = Object.entries(FOLLOWS).map(([name, follows]) => [name, follows ?? []].flat().join(' '));
    throw new ConfigError(
      'unknown-source',
      `Source "${source}" is not known; allowed are: ${all.map((one) => `ingest ${one}`).join(', ')}.`,
    );
  }
  if (what !== undefined) return [named(config, source, what)];
  const all = config.sources.filter((asked) => asked.source === source);
  // Nothing has to be said where all that the key may see is to be read.
  if (all.length === 0 && (source === 'jira' || source === 'claude-code' || source === 'cursor'))
    return [{ source, config: {} }];
  return configured(config, all, `sources.${source}`);
}

function named(config: Config, source: Source, what: string): Asked {
  if (source === 'git') return { source, config: { path: resolve(what) } };
  if (source === 'usage') return { source, config: { path: resolve(what) } };
  if (source === 'jira') return { source, config: jiraOf(config, what) };
  if (source === 'github') return { source, config: githubOf(config, what) };
  if (source === 'copilot' && /^[A-Za-z0-9-]+$/.test(what)) {
    const settings = config.sources.flatMap((asked) => (asked.source === 'copilot' ? [asked.config] : []));
    const same = settings.find(({ owner }) => owner.toLowerCase() === what.toLowerCase());
    return { source, config: same ?? { owner: what } };
  }
  const says =
    source === 'copilot'
      ? `"${what}" is no organisation on GitHub`
      : `nothing follows ${source}, not "${what}"`;
  throw new ConfigError('bad-owner', `Cannot ingest: ${says}.`);
}

function isSource(source: string): source is Source {
  return Object.hasOwn(FOLLOWS, source);
}

/** An owner or a repository by name; where the configuration has settings for that owner, they hold. */
function githubOf(config: Config, what: string): GithubSourceConfig {
  if (!/^[\w.-]+(\/[\w.-]+)?$/.test(what)) {
    throw new ConfigError(
      'bad-owner',
      `"${what}" is no owner and no repository on GitHub; write OWNER or OWNER/REPOSITORY.`,
    );
  }
  const [owner = ''] = what.split('/');
  const settings = config.sources
    .flatMap((asked) => (asked.source === 'github' ? [asked.config] : []))
    .find((one) => one.owner?.toLowerCase() === owner.toLowerCase());
  if (owner === what) return settings ?? { owner };
  const { owner: _, ...others } = settings ?? {};
  return { ...others, repositories: [what] };
}

/** A project by its key; of several sites, the one whose settings name it, else the first. */
function jiraOf(config: Config, what: string): JiraSourceConfig {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(what)) {
    throw new ConfigError(
      'bad-project',
      `"${what}" is no key of a project in Jira; write it as in PROJ-12: PROJ.`,
    );
  }
  const key = what.toUpperCase();
  const sites = config.sources.flatMap((asked) => (asked.source === 'jira' ? [asked.config] : []));
  const { exclude: _, ...settings } = sites.find(({ projects }) => projects?.includes(key)) ?? sites[0] ?? {};
  return { ...settings, projects: [key] };
}

function configured(config: Config, all: Asked[], key: string): Asked[] {
  if (all.length > 0) return all;
  throw new ConfigError(
    'no-source',
    `Nothing to ingest: name a clone (ingest git PATH), an owner (ingest github OWNER) or a site (ingest jira), or list ${key} in ${join(config.data, 'uptake.yaml')}.`,
  );
}
