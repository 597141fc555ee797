import type { HealthAnswer } from '../../contract/health.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { askedRepositories } from '../repositories.ts';
import { repositoryWarnings } from '../warnings.ts';
import type { Known } from './background.ts';
import { coverageOf, reachOf } from './coverage.ts';
import { askedHealth } from './last-run.ts';
import { leftOutHealth } from './left-out-health.ts';
import { sourceHealth, troubledStates } from './source-health.ts';
import { verdictOf } from './verdict.ts';

/** Whether the numbers can be believed today, and all that this rests on. */
export function healthAnswer(held: Held, known: Known): HealthAnswer {
  const { zone } = held.snapshot.weeks;
  const { now, runs, running } = known;
  const asked = askedRepositories(held, null);
  const { dataUntil, leftOut } = asked;
  // A clone that GitHub's copy stands in for is in no figure, whatever becomes of it.
  const beside = new Set(leftOut.map(({ repositoryId }) => repositoryId));
  const readings = known.readings.filter(({ id }) => !beside.has(id));
  const judging = { zone, dataUntil, runs, running: running !== null };
  const sources = sourceHealth(readings, judging);
  const reach = reachOf(held, asked);
  const twice = repositoryWarnings(asked, zone).filter(({ code }) => code === 'repository-twice');
  return envelope(held, {}, dataUntil, twice, {
    verdict: verdictOf({
      ...known,
      ...{ zone, dataUntil, sources },
      demo: held.freshness.some(({ source }) => source === 'demo') || runs[0]?.source === 'demo',
      troubled: troubledStates(readings, judging),
    }),
    zone,
    sources,
    ...askedHealth(runs, { now, zone, running: running !== null }),
    coverage: reach === null ? null : coverageOf(held, reach),
    leftOut: reach === null ? [] : leftOutHealth(held, reach),
  });
}
