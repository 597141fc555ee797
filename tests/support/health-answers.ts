import type { DefinitionsAnswer, Health, HealthAnswer } from '../../server/contract/index.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { definitionsAnswer as definitionsOf } from '../../server/report/definitions.ts';
import { healthAnswer as healthOf } from '../../server/report/health/health.ts';
import { someData } from './app.ts';

/** What the report says of half a year of one clone, with any part of it changed. */
export function healthAnswer(change: Partial<Health> = {}): HealthAnswer {
  const held = someData();
  const [fresh] = held.freshness;
  const until = fresh?.coveredUntil ?? 0;
  const run = {
    id: 1,
    source: 'git',
    asked: 'git /srv/clones/shop',
    startedAt: until,
    endedAt: until + HOUR,
  };
  const readings = held.freshness.map((one) => ({
    ...{ id: one.repositoryId, name: one.name, source: 'git' as const, lost: null },
    ...{ coveredUntil: one.coveredUntil, limits: one.limits },
  }));
  const runs = [{ ...run, outcome: 'done' as const, report: null }];
  const answer = healthOf(held, { now: until + DAY, runs, readings, usage: [], running: null, failed: null });
  return { ...answer, generation: 4, data: { ...answer.data, ...change } };
}

export function definitionsAnswer(): DefinitionsAnswer {
  return { ...definitionsOf(someData()), generation: 4 };
}
