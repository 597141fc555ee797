import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { parseDocument } from 'yaml';
import { Address } from './access-settings.ts';
import { Backfill, type BackfillSettings, backfillOf } from './backfill-settings.ts';
import { Calendar, calendarOf } from './calendar.ts';
import { Deliver } from './channels.ts';
import { faultIn } from './config-fault.ts';
import { Delivery, deliverySettings } from './delivery-settings.ts';
import { type AttributionSettings, attributionSettings } from './facts/attribution/settings.ts';
import type { Asked } from './ingest/sources.ts';
import type { DeliverySettings } from './model/delivery.ts';
import { ConfigError, QuestionError } from './model/errors.ts';
import type { WorkingCalendar } from './model/working-hours.ts';
import { Nightly, type NightlyImport, nightlyOf } from './nightly.ts';
import { ClaudeCodeConfig } from './sources/claude-code/config.ts';
import { CopilotConfig } from './sources/copilot/config.ts';
import { CursorConfig } from './sources/cursor/config.ts';
import { GitSourceConfig } from './sources/git/config.ts';
import { GithubSourceConfig } from './sources/github/config.ts';
import { JiraSourceConfig } from './sources/jira/config.ts';
import { UsageCsvConfig } from './sources/usage-csv/config.ts';

/** `uptake.yaml`. Every key may be left out. */
const File = Type.Object(
  {
    zone: Type.Optional(
      Type.String({ description: 'IANA time zone of the organisation, such as Europe/Berlin' }),
    ),
    address: Type.Optional(Address),
    calendar: Type.Optional(Calendar),
    attribution: Type.Optional(
      Type.Unknown({ description: 'What the organisation adds to the rules that tell AI involvement.' }),
    ),
    delivery: Type.Optional(Delivery),
    schedule: Type.Optional(Nightly),
    backfill: Type.Optional(Backfill),
    deliver: Type.Optional(Deliver),
    sources: Type.Optional(
      Type.Object(
        {
          git: Type.Optional(Type.Array(GitSourceConfig)),
          github: Type.Optional(Type.Array(GithubSourceConfig)),
          jira: Type.Optional(Type.Array(JiraSourceConfig)),
          copilot: Type.Optional(Type.Array(CopilotConfig)),
          'claude-code': Type.Optional(Type.Array(ClaudeCodeConfig)),
          cursor: Type.Optional(Type.Array(CursorConfig)),
          usage: Type.Optional(Type.Array(UsageCsvConfig)),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
type File = Static<typeof File>;

export type Config = {
  data: string;
  /** Where `uptake.yaml` is, or would be. */
  path: string;
  database: string;
  zone: string;
  /** When people work. */
  calendar: WorkingCalendar;
  attribution: AttributionSettings;
  /** What tells that a deployment has failed. */
  delivery: DeliverySettings;
  host: string;
  port: number;
  /** Under which names and behind what it is asked. */
  address: Address;
  /** When the import of every night begins. */
  nightly: NightlyImport;
  /** How what is older than a first import is read. */
  backfill: BackfillSettings;
  /** Where messages go. */
  deliver: Deliver;
  sources: Asked[];
};

/** What the command line says; it goes before the environment, which goes before the file. */
export type Flags = { data?: string; config?: string; port?: string };
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration once.
 * @throws ConfigError that names the key, its value and what is allowed
 */
export function readConfig(flags: Flags, env: Environment, folder: string): Config {
  const data = resolve(folder, flags.data ?? env.UPTAKE_DATA ?? 'uptake-data');
  const named = flags.config === undefined ? undefined : resolve(folder, flags.config);
  const path = named ?? join(data, 'uptake.yaml');
  if (named && !existsSync(named)) {
    throw new ConfigError('no-configuration', `--config ${flags.config}: there is no such file.`);
  }
  const file = existsSync(path) ? parsedFile(readText(path), path) : {};
  const zone = zoneOf(
    env.UPTAKE_ZONE ?? file.zone ?? 'UTC',
    env.UPTAKE_ZONE ? 'UPTAKE_ZONE' : `zone in ${path}`,
  );
  return {
    ...{ data, path, zone },
    database: join(data, 'uptake.db'),
    calendar: calendarOf(file.calendar, zone, path, zoneOf),
    attribution: attributionOf(file.attribution ?? {}, path),
    delivery: deliverySettings(file.delivery),
    host: env.UPTAKE_ADDRESS_HOST ?? file.address?.host ?? '127.0.0.1',
    address: file.address ?? {},
    port: portOf(flags, env, file),
    nightly: nightlyOf(file.schedule, zone, data),
    backfill: backfillOf(file.backfill),
    deliver: file.deliver ?? {},
    sources: sourcesOf(file, dirname(path)),
  };
}

function attributionOf(given: unknown, path: string): AttributionSettings {
  try {
    return attributionSettings(given);
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    throw new ConfigError('bad-configuration', `attribution in ${path}: ${error.message}`);
  }
}

/** The clones first: they cost nothing. Their paths are relative to the configuration file. */
function sourcesOf({ sources }: File, folder: string): Asked[] {
  const clones = (sources?.git ?? []).map((config): Asked => {
    return { source: 'git', config: { ...config, path: resolve(folder, config.path) } };
  });
  const files = (sources?.usage ?? []).map((config): Asked => {
    return { source: 'usage', config: { ...config, path: resolve(folder, config.path) } };
  });
  return [
    ...clones,
    ...(sources?.github ?? []).map((config): Asked => ({ source: 'github', config })),
    ...(sources?.jira ?? []).map((config): Asked => ({ source: 'jira', config })),
    ...(sources?.copilot ?? []).map((config): Asked => ({ source: 'copilot', config })),
    ...(sources?.['claude-code'] ?? []).map((config): Asked => ({ source: 'claude-code', config })),
    ...(sources?.cursor ?? []).map((config): Asked => ({ source: 'cursor', config })),
    ...files,
  ];
}

/** What a text says as `uptake.yaml`; `path` is where it stands, or is to stand. @throws ConfigError */
export function parsedFile(text: string, path: string): File {
  const document = parseDocument(text);
  const [broken] = document.errors;
  if (broken) throw notYaml(path, broken);
  const value = parsedValue(document, path);
  if (Value.Check(File, value)) return value;
  throw new ConfigError('bad-configuration', `${path}: ${faultIn(File, value)}.`);
}

/** An alias that stands for nothing, or for too much, is noticed only here. */
function parsedValue(document: ReturnType<typeof parseDocument>, path: string): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    throw notYaml(path, error);
  }
}

function notYaml(path: string, error: unknown): ConfigError {
  const [says = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return new ConfigError('bad-configuration', `${path} is not valid YAML: ${says.replace(/:$/, '')}.`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError('bad-configuration', `${path} cannot be read: ${String(error)}`, { cause: error });
  }
}

function zoneOf(zone: string, where: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new ConfigError(
      'bad-configuration',
      `${where} is "${zone}", which is no time zone; allowed is an IANA name such as Europe/Berlin or UTC.`,
    );
  }
}

function portOf(flags: Flags, env: Environment, file: File): number {
  const [given, where] =
    flags.port !== undefined ? [flags.port, '--port'] : [env.UPTAKE_ADDRESS_PORT, 'UPTAKE_ADDRESS_PORT'];
  if (given === undefined) return file.address?.port ?? 4180;
  if (/^\d{1,5}$/.test(given) && Number(given) <= 65_535) return Number(given);
  throw new ConfigError(
    'bad-configuration',
    `${where} is "${given}"; allowed is a port from 0 (any free one) to 65535.`,
  );
}
