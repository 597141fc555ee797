import type { FastifyReply, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { SECOND } from '../model/instant.ts';
import { byAsked } from '../report/health/background.ts';
import type { AppDeps } from './deps.ts';

/** Seconds; a question is to take 0.025 at the median and 0.05 at the 95th percentile. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export type Meters = {
  registry: Registry;
  /** Counts an answer; to be called when it has been sent. */
  measured(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Takes in what is known now. */
  look(): Promise<void>;
};

/** What the process tells of itself in the form of Prometheus. Names of repositories and sources stand in it, never people. */
export function meters({ live, background, running, version }: AppDeps): Meters {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name: `uptake_${name}`, help, labelNames, registers });
  gauge('build_info', 'The version that runs.', ['version']).set({ version }, 1);
  const dataUntil = gauge('data_until_seconds', 'Until when the data of a source reach, as a Unix time.', [
    'name',
  ]);
  const importing = gauge('import_running', '1 while an import is at work.');
  const generation = gauge('generation', 'Grows with every change of the facts.');
  const ended = gauge('run_ended_seconds', 'When the last run of a source ended, as a Unix time.', ['asked']);
  const lasted = gauge('run_duration_seconds', 'How long the last ended run of a source took.', ['asked']);
  const outcome = gauge('run_succeeded', '1 when the last ended run of a source did not fail, else 0.', [
    'asked',
  ]);
  const refused = new Counter({
    name: 'uptake_http_errors_total',
    help: 'Answers with a status of 500 and more.',
    registers,
  });
  const seconds = new Histogram({
    name: 'uptake_http_request_seconds',
    help: 'Time from the request to the end of its answer, by route.',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers,
  });
  return {
    registry,
    async measured({ routeOptions }, reply) {
      seconds.observe({ route: routeOptions.url ?? 'none' }, reply.elapsedTime / SECOND);
      if (reply.statusCode >= 500) refused.inc();
    },
    async look() {
      const { held } = live;
      const { now, runs } = await background();
      generation.set(held.snapshot.generation);
      importing.set(running() === null ? 0 : 1);
      for (const all of [dataUntil, ended, lasted, outcome]) all.reset();
      for (const { name, coveredUntil } of [...held.freshness, ...held.issues.freshness]) {
        dataUntil.set({ name }, coveredUntil / SECOND);
      }
      for (const [asked, own] of byAsked(runs, now)) {
        const last = own.find(({ endedAt }) => endedAt !== null);
        if (last === undefined || last.endedAt === null) continue;
        ended.set({ asked }, last.endedAt / SECOND);
        lasted.set({ asked }, (last.endedAt - last.startedAt) / SECOND);
        outcome.set({ asked }, last.outcome === 'failed' ? 0 : 1);
      }
    },
  };
}
