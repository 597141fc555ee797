import { join, resolve } from 'node:path';
import type { Config } from './config.ts';
import { tellServer } from './import-message.ts';
import { ingest, type Report } from './ingest/ingest.ts';
import type { Asked } from './ingest/sources.ts';
import { ConfigError } from './model/errors.ts';
import { progressLine } from './progress.ts';
import type { GithubSourceConfig } from './sources/github/config.ts';
import type { JiraSourceConfig } from './sources/jira/config.ts';
import { openStore, type Store } from './store/open.ts';
import { inWords } from './summary-words.ts';
import { MIGRATIONS, world } from './world.ts';

/** Reads what is named, or everything configured. Returns 1 when a source failed; one that stopped early has not. */
export async function ingestCommand(
  config: Config,
  source: string | undefined,
  what: string | undefined,
  json: boolean,
): Promise<number> {
  return ingestInto(config, askedFor(config, source, what), json);
}

/** Reads all that is asked for into the configured database; `before` may prepare it. */
export async function ingestInto(
  config: Config,
  all: readonly Asked[],
  json: boolean,
  before: (store: Store) => Promise<void> = async () => {},
): Promise<number> {
  const store = openStore({ file: config.database, migrations: MIGRATIONS });
  const line = progressLine(process.stderr, Date.now);
  try {
    await before(store);
    const summary = await ingest(all, store, world(config), reportTo(line.report, json), aborted());
    line.end();
    tellServer({ summary });
    if (json) process.stdout.write(`${JSON.stringify(summary)}\n`);
    else if (!process.send) process.stdout.write(inWords(summary));
    return summary.failed.length > 0 ? 1 : 0;
  } finally {
    line.end();
    store.close();
  }
}

function askedFor(config: Config, source: string | undefined, what: string | undefined): Asked[] {
  if (source === undefined) return configured(config, config.sources, 'sources');
  if (source !== 'git' && source !== 'github' && source !== 'jira') {
    throw new ConfigError(
      'unknown-source',
      `Source "${source}" is not known; allowed are git, github and jira, as in: ingest git PATH, ingest github OWNER, ingest jira PROJECT.`,
    );
  }
  if (what === undefined) {
    const all = config.sources.filter((asked) => asked.source === source);
    // Nothing has to be said of a site whose every project is to be read.
    if (source === 'jira' && all.length === 0) return [{ source, config: {} }];
    return configured(config, all, `sources.${source}`);
  }
  if (source === 'git') return [{ source, config: { path: resolve(what) } }];
  if (source === 'jira') return [{ source, config: jiraOf(config, what) }];
  return [{ source, config: githubOf(config, what) }];
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

function reportTo(show: Report, json: boolean): Report {
  if (process.send) return (asked, progress) => tellServer({ progress: { asked, ...progress } });
  return json ? () => {} : show;
}

/** Stops cleanly on a signal, and when the server that started this process is gone. */
function aborted(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
  return controller.signal;
}
