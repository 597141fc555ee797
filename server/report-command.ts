import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { viewDefaults } from './contract/view.ts';
import { heldFacts } from './held-facts.ts';
import { importElsewhere } from './import-elsewhere.ts';
import { ConfigError, QuestionError } from './model/errors.ts';
import { plainName } from './people/team-id.ts';
import { REPORT_FORMATS, type ReportFormat, verdictFile } from './report/letters/verdict-file.ts';
import { type Held, openLive } from './report/live.ts';
import { statusAnswer } from './report/status.ts';
import { verdictAnswer } from './report/verdict/verdict.ts';
import { openStore } from './store/open.ts';
import { VERSION } from './version.ts';
import { MIGRATIONS, world } from './world.ts';

export type ReportFlags = { team?: string[]; rollout?: string; format?: string };

/** Prints the verdict for a pipeline, as in `uptake report --format md >> "$GITHUB_STEP_SUMMARY"`. */
export async function reportCommand(config: Config, flags: ReportFlags): Promise<number> {
  const format = formatOf(flags.format ?? 'md');
  if (!existsSync(config.database)) {
    throw new ConfigError(
      'no-database',
      `There is no database in ${config.data} yet: run uptake ingest first.`,
    );
  }
  const store = openStore({ file: config.database, migrations: MIGRATIONS });
  try {
    const { held } = await openLive(heldFacts(store), config.zone, undefined, config.calendar);
    const here = world(config);
    const [failure] = await store.lastFailures();
    const known = {
      now: here.now(),
      running: await importElsewhere(store, here),
      failed: failure?.report?.said ?? null,
    };
    const { dataLine } = statusAnswer(held, { ...known, version: VERSION }).data;
    const answer = verdictAnswer(held, viewOf(held, flags), known);
    process.stdout.write(
      verdictFile(answer, format, dataLine, config.deliver.address ?? null, held.teamNames),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    throw new ConfigError(error.code, error.message);
  } finally {
    store.close();
  }
}

/** Teams and the rollout by their names or ids. @throws ConfigError that names what there is */
function viewOf({ teamNames, rollouts }: Held, { team = [], rollout }: ReportFlags) {
  const teams = team.map((name) => idOf('team', name, [...teamNames]));
  const asked =
    rollout === undefined
      ? undefined
      : idOf(
          'rollout',
          rollout,
          rollouts.map(({ id, name }) => [id, name]),
        );
  return {
    window: viewDefaults.window,
    ...(teams.length > 0 && { team: teams }),
    ...(asked !== undefined && { rollout: asked }),
  };
}

function idOf(what: string, given: string, known: readonly (readonly [string, string])[]): string {
  const found = known.find(([id, name]) => id === given || plainName(name) === plainName(given));
  if (found !== undefined) return found[0];
  const names = known.map(([, name]) => name).join(', ');
  throw new ConfigError(
    `unknown-${what}`,
    `There is no ${what} "${given}"; ${names === '' ? 'none is known yet' : `known are ${names}`}.`,
  );
}

function formatOf(given: string): ReportFormat {
  const format = REPORT_FORMATS.find((one) => one === given);
  if (format !== undefined) return format;
  throw new ConfigError(
    'unknown-format',
    `--format is "${given}"; allowed are ${REPORT_FORMATS.join(', ')}.`,
  );
}
