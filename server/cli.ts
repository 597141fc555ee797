import { Command, CommanderError, Option } from 'commander';
import { type Flags, readConfig } from './config.ts';
import { tellServer } from './import-message.ts';
import { ConfigError } from './model/errors.ts';
import { databaseFailure } from './store/database-failure.ts';
import { VERSION } from './version.ts';

/** Exit codes of every command. */
const USAGE = 2;

/** Runs one command; returns its exit code: 0 done, 1 a source failed (the rest is kept), 2 usage or configuration. */
export async function run(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = commands((result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
    const known = databaseFailure(error, 'The database');
    if (!(known instanceof ConfigError)) throw error;
    tellServer({ failed: known.message });
    process.stderr.write(`${known.message}\n`);
    return USAGE;
  } finally {
    if (process.connected) process.disconnect();
  }
}

function commands(end: (code: number) => void): Command {
  const program = new Command('uptake')
    .description('Tells an organisation whether an AI rollout has changed how its teams deliver.')
    .version(`uptake ${VERSION}`, '--version')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  const command = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option('--data <dir>', 'folder of the database and of uptake.yaml (default: uptake-data)')
      .option('--config <file>', 'configuration file (default: uptake.yaml in the data folder)');
  const config = (flags: Flags) => readConfig(flags, process.env, process.cwd());

  // Each command loads what it needs when it is asked for: a nightly ingest does not wait for a web server to load.
  command('serve', 'serve the dashboard and its API')
    .option('--port <number>', 'port to listen on (default: 4180)')
    .option('--repo <path>', 'ingest this local clone and open on it')
    .option('--demo [scenario]', 'open a demo organisation (default where nothing is configured or stored)')
    .option('--no-demo', 'open an empty dashboard there instead')
    .action(async (flags) => {
      const { serveCommand } = await import('./serve-command.ts');
      end(await serveCommand(() => config(flags), flags));
    });
  command(
    'ingest',
    'read the configured sources, or one: ingest git PATH, ingest github OWNER, ingest jira, ingest copilot OWNER ...',
  )
    .argument('[source]', 'git, github, jira, copilot, claude-code, cursor or usage')
    .argument('[what]', 'folder of a local clone; an owner or OWNER/REPOSITORY on GitHub; a project in Jira')
    .option('--all', 'all that is configured, as without a source')
    .option('--json', 'print one summary object')
    .action(async (source, what, flags) => {
      const { ingestCommand } = await import('./ingest-command.ts');
      const known = config(flags);
      if (flags.all === true && source !== undefined)
        throw new ConfigError('bad-command', `Write either --all or ${source}, not both.`);
      end(await ingestCommand(known, source, what, flags.json === true));
    });
  command(
    'backfill',
    'read what first imports left for later: history older than their months; gives way to every import',
  )
    .option('--until <day>', 'read no further back than this day (default: all there is)')
    .option('--minutes <number>', 'stop cleanly after so many minutes; the next one goes on there')
    .option('--json', 'print one summary object')
    .action(async (flags) => {
      const { backfillCommand } = await import('./backfill-command.ts');
      end(await backfillCommand(config(flags), flags));
    });
  command('demo', 'make a demo organisation in a database of its own')
    .argument('[scenario]', 'which one (default: real-gain)')
    .option('--json', 'print one summary object')
    .action(async (scenario, flags) => {
      const { demoCommand } = await import('./demo-command.ts');
      end(await demoCommand(config(flags), scenario, flags.json === true));
    });
  command('rebuild', 'measure everything again from the stored rows')
    .option('--json', 'print one summary object')
    .action(async (flags) => {
      const { rebuildCommand } = await import('./commands.ts');
      end(await rebuildCommand(config(flags), flags.json === true));
    });
  command('derive', 'measure what waits for it, as after an edit of the teams')
    .option('--json', 'print one summary object')
    .action(async (flags) => {
      const { deriveCommand } = await import('./organisation-commands.ts');
      end(await deriveCommand(config(flags), flags.json === true));
    });
  command('teams', 'who is in which team and when: teams import FILE, teams export, teams unmatched')
    .argument('<what>', 'import, export or unmatched')
    .argument('[file]', 'CSV with the header team,login_or_email,from,to')
    .action(async (what, file, flags) => {
      const { teamsCommand } = await import('./organisation-commands.ts');
      end(await teamsCommand(config(flags), what, file));
    });
  command(
    'rollouts',
    'what is rolled out to which team from which day on: rollouts import FILE, rollouts export',
  )
    .argument('<what>', 'import or export')
    .argument('[file]', 'CSV with the header rollout,tool,kind,team,start')
    .action(async (what, file, flags) => {
      const { rolloutsCommand } = await import('./organisation-commands.ts');
      end(await rolloutsCommand(config(flags), what, file));
    });
  command('attribution', 'the rules that tell AI involvement: attribution explain < FILE, rescore, diff')
    .argument(
      '<what>',
      'explain: JSON lines of pull requests in, what the rules find in each out; rescore: score all work by the rules of today; diff: what they changed and why',
    )
    .option('--json', 'print one object')
    .action(async (what, flags) => {
      const { attributionCommand } = await import('./attribution-command.ts');
      const scores = await import('./attribution-scores.ts');
      if (what === 'rescore') end(await scores.rescoreCommand(config(flags), flags.json === true));
      else if (what === 'diff') end(await scores.diffCommand(config(flags), flags.json === true));
      else end(await attributionCommand(what, process.stdin, process.stdout));
    });
  command('report', 'print the verdict, as for the summary of a pipeline')
    .addOption(
      new Option('--team <name>', 'of this team alone; may be given several times')
        .argParser((name, all: string[]) => [...all, name])
        .default([], 'all teams'),
    )
    .option('--rollout <name>', 'of this rollout (default: the one that began first)')
    .option('--format <format>', 'md, json, csv or html (default: md)')
    .action(async (flags) => {
      const { reportCommand } = await import('./report-command.ts');
      end(await reportCommand(config(flags), flags));
    });
  command('status', 'tell how fresh the data are')
    .option('--json', 'print one object')
    .option('--digest', 'add the SHA-256 of all rows and facts')
    .action(async (flags) => {
      const { statusCommand } = await import('./commands.ts');
      end(await statusCommand(config(flags), flags.json === true, flags.digest === true));
    });
  command('backup', 'copy the database while it is in use')
    .argument('<file>', 'a file that does not exist yet')
    .action(async (file, flags) => {
      const { backupCommand } = await import('./commands.ts');
      end(await backupCommand(config(flags), file));
    });
  command('doctor', 'check this machine, the configuration and every source')
    .option('--json', 'print one object')
    .action(async (flags) => {
      const { doctor } = await import('./doctor.ts');
      end(await doctor(() => config(flags), flags.json === true));
    });
  return program;
}
