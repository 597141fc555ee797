import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { compiledRules } from './facts/attribution/compiled.ts';
import { type Differences, differences } from './facts/attribution/differences.ts';
import { alone } from './ingest/lease.ts';
import { rescore } from './ingest/rescore.ts';
import { ConfigError } from './model/errors.ts';
import { progressLine } from './progress.ts';
import type { ScoredBy } from './store/attributions.ts';
import { openStore, type Store } from './store/open.ts';
import { count } from './words/number.ts';
import { MIGRATIONS, world } from './world.ts';

/** `attribution rescore`: scores all work by the rules of today, from where another run was left. */
export async function rescoreCommand(config: Config, json: boolean): Promise<number> {
  return withStore(config, async (store) => {
    const line = progressLine(process.stderr, Date.now);
    const rules = compiledRules(config.attribution);
    const here = world(config);
    const { scored, changed } = await alone(store, here, (holder) => {
      const when = { at: here.now(), zone: config.zone };
      return rescore(store, holder, rules, when, (progress) => {
        if (!json) line.report('rules', progress);
      });
    }).finally(line.end);
    if (json) print(JSON.stringify({ rulesVersion: rules.version, scored, changed }));
    else if (scored === 0) print(`All work is scored by rules ${rules.version} already.`);
    else
      print(
        `Scored ${count(scored, 'item')} by rules ${rules.version}; ${count(changed, 'item')} judged differently.`,
      );
    return 0;
  });
}

/** `attribution diff`: what the rules that count conclude differently from those before them, and by which marks. */
export async function diffCommand(config: Config, json: boolean): Promise<number> {
  return withStore(config, async (store) => {
    const by = await store.scoredBy();
    const found = differences();
    for await (const batch of store.rescored())
      for (const { id, before, after } of batch) found.add(id, before, after);
    if (json) print(JSON.stringify({ ...(by ?? { current: null, previous: null }), ...found.all() }));
    else print(inWords(by, found.all()));
    return 0;
  });
}

function inWords(by: ScoredBy | null, { judged, changed, levels, signals }: Differences): string {
  if (by === null) return 'Nothing has been scored yet.';
  const { current, previous, next, waiting } = by;
  const onItsWay =
    next === null ? [] : [`Scoring by rules ${next} is under way: ${count(waiting, 'item')} to go.`];
  if (previous === null) return [...onItsWay, `Rules ${current} are the first ones.`].join('\n');
  return [
    ...onItsWay,
    `Rules ${previous} to ${current}: ${count(changed, 'item')} of ${count(judged, 'item')} judged differently.`,
    ...levels.map((one) => `  ${one.from} to ${one.to}: ${one.count} (${one.examples.join(', ')})`),
    ...signals.map(
      (one) => `  ${one.signal} (${one.tool}) ${one.change}: ${one.count} (${one.examples.join(', ')})`,
    ),
  ].join('\n');
}

async function withStore(config: Config, work: (store: Store) => Promise<number>): Promise<number> {
  if (!existsSync(config.database)) {
    throw new ConfigError(
      'no-database',
      `There is no database in ${config.data} yet, so that nothing is scored.`,
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
