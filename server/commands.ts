import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from './config.ts';
import { rebuild } from './ingest/ingest.ts';
import { ConfigError } from './model/errors.ts';
import { isoInstant } from './model/instant.ts';
import type { ProjectReading } from './model/issue.ts';
import { progressLine } from './progress.ts';
import { openStore, type Store } from './store/open.ts';
import { inWords } from './summary-words.ts';
import { count } from './words/number.ts';
import { MIGRATIONS, world } from './world.ts';

/** Measures everything again and prints the SHA-256 of all rows and facts before and after. */
export async function rebuildCommand(config: Config, json: boolean): Promise<number> {
  return withStore(config, async (store) => {
    const line = progressLine(process.stderr, Date.now);
    const before = await store.digest();
    const summary = await rebuild(store, world(config), json ? () => {} : line.report).finally(line.end);
    const after = await store.digest();
    if (json) print(JSON.stringify({ ...summary, digest: { before, after } }));
    else print(`${inWords(summary)}SHA-256 before ${before}\nSHA-256 after  ${after}`);
    return 0;
  });
}

/** `digest`: adds the SHA-256 of all rows and facts, which reads the whole database. */
export async function statusCommand(config: Config, json: boolean, digest: boolean): Promise<number> {
  return withStore(config, async (store) => {
    const [counts, dirty] = [await store.counts(), await store.dirtyCount()];
    const [freshness, runs] = [await store.freshness(), await store.lastRuns(5)];
    const repositories = freshness.map((one) => ({ ...one, coveredUntil: isoInstant(one.coveredUntil) }));
    const unread = (await store.stored.repositories('')).filter((one) => one.cursor === null);
    const unfinished = unread.map(({ id, name, source }) => ({ repositoryId: id, name, source }));
    const projects = await store.projectReadings();
    const sha = digest ? { digest: await store.digest() } : {};
    if (json) {
      const generation = await store.generation();
      const told = { repositories, unfinished, projects: projects.map(projectTold), runs };
      print(JSON.stringify({ ...counts, dirty, generation, ...sha, ...told }));
      return 0;
    }
    print(
      `${config.database}: ${count(counts.repositories, 'repository', 'repositories')}, ${count(counts.commits, 'commit')}, ${count(counts.pullRequests, 'pull request')}, ${issuesIn(counts)}${count(dirty, 'fact')} to measure.`,
    );
    for (const one of repositories) {
      print(`${one.name} (${one.source}): data to ${one.coveredUntil}`);
      for (const limit of one.limits) print(`  ${limit}`);
    }
    for (const one of unfinished) print(`${one.name} (${one.source}): not read to its end yet`);
    for (const one of projects) for (const line of projectLines(one)) print(line);
    if (sha.digest) print(`SHA-256 ${sha.digest}`);
    for (const run of runs) {
      const said = run.report?.said ? `: ${run.report.said}` : '';
      const outcome = `${run.outcome ?? 'did not end'}${said}`;
      print(`${isoInstant(run.startedAt)} ${run.asked}: ${outcome}`);
    }
    return 0;
  });
}

/** "3 projects, 1,240 issues, "; nothing where no tracker is read. */
function issuesIn({ projects, issues }: { projects: number; issues: number }): string {
  return projects === 0 ? '' : `${count(projects, 'project')}, ${count(issues, 'issue')}, `;
}

function projectTold({ id, key, name, coveredUntil, lost, limits }: ProjectReading) {
  const until = coveredUntil === null ? null : isoInstant(coveredUntil);
  return { projectId: id, key, name, coveredUntil: until, lost, limits };
}

function projectLines({ key, trackerId, coveredUntil, lost, limits }: ProjectReading): string[] {
  const reach = coveredUntil === null ? 'not read to its end yet' : `data to ${isoInstant(coveredUntil)}`;
  return [`${key} (${trackerId}): ${reach}`, ...[lost ?? [], limits].flat().map((said) => `  ${said}`)];
}

export async function backupCommand(config: Config, file: string): Promise<number> {
  return withStore(config, async (store) => {
    const line = progressLine(process.stderr, Date.now);
    const target = resolve(file);
    await store
      .backup(target, (done, total) => line.report('backup', { what: 'copying pages', done, total }))
      .finally(line.end);
    print(`Backed up to ${target}.`);
    return 0;
  });
}

async function withStore(config: Config, work: (store: Store) => Promise<number>): Promise<number> {
  if (!existsSync(config.database)) {
    throw new ConfigError(
      'no-database',
      `There is no database in ${config.data} yet. Begin with: uptake ingest git PATH.`,
    );
  }
  const store = openStore({ file: config.database, migrations: MIGRATIONS });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
