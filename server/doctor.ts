import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { accessOf } from './access-settings.ts';
import { standingChannels } from './channel-desk.ts';
import { channelsOf, githubOf } from './channels.ts';
import type { Config } from './config.ts';
import { organisationChecks } from './doctor-organisation.ts';
import { checkSource } from './ingest/check-source.ts';
import { nameOf } from './ingest/sources.ts';
import { ConfigError } from './model/errors.ts';
import { SourceError } from './net/source-error.ts';
import { gitClient, gitEnvironment } from './sources/git/client.ts';
import { openStore } from './store/open.ts';
import { list } from './words/list.ts';
import { count } from './words/number.ts';
import { MIGRATIONS, webRoot, world } from './world.ts';

type Check = { what: string; ok: boolean; says: string };

/** Checks one thing after the other, for real; returns 2 when something of this machine is wrong, 1 when only a source is. */
export async function doctor(read: () => Config, json: boolean): Promise<number> {
  const checks: Check[] = [
    await check('Node', () => `version ${process.versions.node}`),
    await check('git', gitVersion),
  ];
  let config: Config | null = null;
  checks.push(
    await check('configuration', () => {
      config = read();
      return `${count(config.sources.length, 'source')}, zone ${config.zone}`;
    }),
  );
  const machine = config === null ? [] : await machineChecks(config);
  const sources = config === null ? [] : await sourceChecks(config);
  const stated = config === null || machine.some(({ ok }) => !ok) ? [] : await organisationChecks(config);
  const all = [...checks, ...machine, ...sources, ...stated.map((one) => ({ ...one, ok: true }))];
  const lines = all.map((one) => `${signOf(one)} ${one.what}: ${one.says}\n`);
  process.stdout.write(json ? `${JSON.stringify({ checks: all })}\n` : lines.join(''));
  if ([...checks, ...machine].some((one) => !one.ok)) return 2;
  return sources.some((one) => !one.ok) ? 1 : 0;
}

function signOf({ ok, todo }: Check & { todo?: boolean }): string {
  if (!ok) return 'FAILED';
  return todo === true ? 'to do ' : 'ok    ';
}

async function machineChecks(config: Config): Promise<Check[]> {
  return [
    await check('data folder', () => {
      mkdirSync(config.data, { recursive: true });
      accessSync(config.data, constants.W_OK);
      return config.data;
    }),
    await check('database', () => {
      if (!existsSync(config.database)) return 'none yet; the first ingest makes it';
      openStore({ file: config.database, migrations: MIGRATIONS }).close();
      return config.database;
    }),
    await check('pages', () => webRoot() ?? fail('not built; run npm run build')),
    await check('address', () => portIsFree(config)),
    await check('access', () => accessInWords(config)),
    await check('messages', () => messagesInWords(config)),
  ];
}

async function sourceChecks(config: Config): Promise<Check[]> {
  const checks: Check[] = [];
  for (const asked of config.sources) {
    const name = nameOf(asked);
    try {
      const all = await checkSource(asked, world(config));
      checks.push(...all.map((one) => ({ ...one, what: one.what === '' ? name : `${name}, ${one.what}` })));
    } catch (error) {
      checks.push(await check(name, () => Promise.reject(error)));
    }
  }
  return checks;
}

async function check(what: string, look: () => string | Promise<string>): Promise<Check> {
  try {
    return { what, ok: true, says: await look() };
  } catch (error) {
    if (error instanceof ConfigError || error instanceof SourceError)
      return { what, ok: false, says: error.message };
    if (error instanceof Error && 'code' in error) return { what, ok: false, says: error.message };
    throw error;
  }
}

async function gitVersion(): Promise<string> {
  const git = gitClient({ git: 'git', env: gitEnvironment(process.env), cwd: process.cwd() });
  return (await git.text(['version'])).trim().replace('git ', '');
}

/** Throws ConfigError where `serve` would not begin. */
function accessInWords({ host, address, data, zone }: Config): string {
  const { guard } = accessOf(host, address, world({ data, zone }).secret, data);
  if (guard === null) return 'on this machine alone';
  return guard.kind === 'password' ? 'behind a password' : 'behind a proxy that logs people in';
}

/** Throws ConfigError where a secret is missing; whether a message arrives only a test tells. */
function messagesInWords(config: Config): string {
  channelsOf(config.deliver, world(config), githubOf(config));
  const names = standingChannels(config).map(({ channel }) => channel);
  return names.length === 0
    ? 'nobody is told of anything; set it up under /setup, or not'
    : `go out by ${list(names)}; the page Reports sends a test`;
}

function portIsFree({ host, port }: Config): Promise<string> {
  return new Promise((free) => {
    const probe = createServer();
    probe.once('error', () => free(`${host}:${port} is in use (by a running Uptake, or another program)`));
    probe.listen(port, host, () => probe.close(() => free(`${host}:${port} is free`)));
  });
}

function fail(message: string): never {
  throw new ConfigError('failed-check', message);
}
