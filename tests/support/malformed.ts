import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { readConfig } from '../../server/config.ts';
import {
  noteRoutes,
  organisationRoutes,
  rolloutRoutes,
  routes,
  setupRoutes,
  sharedRoutes,
} from '../../server/contract/routes.ts';
import { ConfigError, QuestionError } from '../../server/model/errors.ts';
import { SourceError } from '../../server/net/source-error.ts';
import { openUsageCsv } from '../../server/sources/usage-csv/reading.ts';
import { openStore } from '../../server/store/open.ts';
import { MIGRATIONS } from '../../server/world.ts';
import { lentApp } from './app.ts';
import { Chance } from './github/chance.ts';
import { organisingOf } from './organising.ts';
import { spoiled, spoiledValue } from './spoiled.ts';

const YAML = `zone: Europe/Berlin
address: { host: 127.0.0.1, port: 4180, names: [uptake.acme.example] }
schedule: { at: "02:30", spread: 30, minutes: 90 }
calendar: { days: [mon, tue], from: "09:00", to: "17:00" }
deliver: { slack: true, digest: "30 7 * * 1", mail: { from: a@example.com, to: [b@example.com] } }
sources:
  github: [{ owner: acme, exclude: [old-*], deployed: { from: releases } }]
  jira: [{ projects: [SHOP], waiting: [Blocked] }]
  git: [{ path: ../shop, branch: main }]
`;
const ROSTER = 'team,login_or_email,from,to\nPay,ada,2026-01-01,\nSearch,ben@example.com,,2026-05-01\n';
const ROLLOUTS = 'rollout,tool,kind,team,start\nCopilot,copilot,assistant,Pay,2026-03-02\n';
const USAGE =
  'date,person,tool,active,accepted_lines\n2026-03-02,ada,copilot,true,12\n2026-03-03,ben,cursor,,\n';
const QUERY =
  'window=26w&stat=p75&by=merge&hours=working&repo=git:x&team=a&team=b&ai=agent&from=2026-01-05&to=2026-02-01';
const BODIES: readonly ['POST' | 'PUT', string, unknown][] = [
  [
    'POST',
    rolloutRoutes.rollouts,
    { name: 'A', tool: 'x', kind: 'agent', starts: [{ team: 't', day: '2026-01-05' }] },
  ],
  ['PUT', organisationRoutes.repositoryOwners, [{ repository: 'acme/*', team: 'Pay' }]],
  ['POST', organisationRoutes.merge, { a: 'ada', b: 'ben' }],
  [
    'POST',
    noteRoutes.notes,
    { kind: 'freeze', day: '2026-01-05', until: '2026-01-09', team: 't', text: 'Freeze' },
  ],
  ['POST', sharedRoutes.shares, { page: '/flow', question: 'window=26w', calls: ['/api/status'] }],
  ['PUT', setupRoutes.channel, { channel: 'e-mail', server: 'smtp://a', from: 'a@b', to: ['c@d'] }],
  ['PUT', setupRoutes.source, { source: 'github', owner: 'acme', token: 'a-token' }],
];

export type Malformed = { asked: number; refused: number; faults: string[] };

/** So many malformed inputs of each of four kinds, and every answer that is no sentence. */
export async function malformed(seed: number, each: number, folder: string): Promise<Malformed> {
  const chance = new Chance(seed);
  const told: Malformed = { asked: 0, refused: 0, faults: [] };
  mkdirSync(folder, { recursive: true });
  const store = openStore({ file: join(folder, 'uptake.db'), migrations: MIGRATIONS });
  const organising = organisingOf(store);
  const channels = { due: nothing, send: nothing, keep: nothing, remove: nothing };
  const setup = {
    ...{ connected: nothing, check: nothing, keep: nothing, remove: nothing, begin: nothing },
    channels,
  };
  const { app, log } = lentApp({ organising, setup });
  try {
    for (let n = 0; n < each; n += 1) {
      tell(told, await configuration(folder, spoiled(YAML, chance)));
      tell(told, await csv(folder, organising.desk, chance));
      const route = chance.one(Object.values(routes).filter((one) => one !== routes.importEvents));
      const path = route.replace(/:\w+/, () =>
        chance.one(['cycle-time', 'share', spoiled('cycle-time', chance)]),
      );
      tell(told, await answer({ url: encodeURI(`${path}?${spoiled(QUERY, chance)}`.toWellFormed()) }));
      const [method, url, body] = chance.one(BODIES);
      const text = JSON.stringify(chance.happens(0.7) ? spoiledValue(body, chance) : body);
      const payload = chance.happens(0.7) ? text : spoiled(text, chance);
      tell(told, await answer({ method, url, payload, headers: { 'content-type': 'application/json' } }));
    }
    told.faults.push(...log.map((line) => `logged: ${line.slice(0, 500)}`));
    return told;
  } finally {
    await app.close();
    store.close();
  }

  async function answer(asked: InjectOptions & { url: string }): Promise<string | null> {
    const { statusCode, body } = await app.inject(asked);
    if (statusCode < 400) return null;
    const said = statusCode < 500 ? sentenceIn(body) : null;
    return (
      said ?? `fault: ${asked.method ?? 'GET'} ${asked.url} ${asked.payload ?? ''}: ${statusCode} ${body}`
    );
  }
}

function nothing(): never {
  throw new QuestionError('nothing', 'Nothing is set up here.');
}

function sentenceIn(body: string): string | null {
  const { error } = JSON.parse(body);
  return typeof error?.message === 'string' && isSentence(error.message) ? error.message : null;
}

async function configuration(data: string, yaml: string): Promise<string | null> {
  writeFileSync(join(data, 'uptake.yaml'), yaml);
  return refusal(`configuration ${yaml}`, async () => void readConfig({ data }, {}, '/'));
}

async function csv(folder: string, desk: ReturnType<typeof organisingOf>['desk'], chance: Chance) {
  const [roster, rollouts, usage] = [ROSTER, ROLLOUTS, USAGE].map((text) => spoiled(text, chance));
  const path = join(folder, 'usage.csv');
  writeFileSync(path, usage ?? '');
  return chance.one([
    () => refusal(`roster ${roster}`, () => desk.importRoster(roster ?? '')),
    () => refusal(`rollouts ${rollouts}`, () => desk.importRollouts(rollouts ?? '')),
    () => refusal(`usage ${usage}`, () => openUsageCsv({ path }, 0)),
  ])();
}

/** The sentence that something is refused with; null: it is taken. */
async function refusal(what: string, work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    const known = [ConfigError, QuestionError, SourceError].some((kind) => error instanceof kind);
    if (known && error instanceof Error && isSentence(error.message)) return error.message;
    return `fault: ${what}: ${error instanceof Error ? error.stack : error}`;
  }
}

function isSentence(text: string): boolean {
  return (
    text.length > 10 &&
    text.length < 20_000 &&
    /[.:]$/m.test(text) &&
    !/\n\s+at |node_modules|\.ts:\d/.test(text)
  );
}

function tell(told: Malformed, said: string | null): void {
  told.asked += 1;
  if (said === null) return;
  if (said.startsWith('fault: ')) told.faults.push(said);
  else told.refused += 1;
}
