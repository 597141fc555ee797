import type { HealthAnswer } from '../../contract/health.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { reachedBy } from '../reached.ts';
import { issueSide } from '../side.ts';
import { repositoryWarnings } from '../warnings.ts';
import type { Known } from './background.ts';
import { coverageOf, reachOf } from './coverage.ts';
import { issueCoverageOf } from './issue-coverage.ts';
import { askedHealth } from './last-run.ts';
import { leftOutHealth } from './left-out-health.ts';
import { sourceHealth } from './source-health.ts';
import { troubledStates } from './troubled.ts';
import { usageHealth } from './usage-health.ts';
import { verdictOf } from './verdict.ts';

/** Whether the numbers can be believed today, and all that this rests on. */
export function healthAnswer(held: Held, known: Known): HealthAnswer {
  const { zone } = held.snapshot.weeks;
  const { now, runs, running } = known;
  const { asked, projects, dataUntil } = reachedBy(held);
  // A clone that GitHub's copy stands in for is in no figure, whatever becomes of it.
  const beside = new Set(asked.leftOut.map(({ repositoryId }) => repositoryId));
  const readings = known.readings.filter(({ id }) => !beside.has(id));
  const judging = { zone, dataUntil, runs, running: running !== null };
  const sources = sourceHealth(readings, held.issues.snapshot, judging);
  const reach = reachOf(held, asked);
  const side = issueSide(held);
  const issueReach = reachOf(side, projects);
  const twice = repositoryWarnings(asked, zone).filter(({ code }) => code === 'repository-twice');
  return envelope(held, {}, dataUntil, twice, {
    verdict: verdictOf({
      ...known,
      ...{ zone, dataUntil, readings },
      demo: held.freshness.some(({ source }) => source === 'demo') || runs[0]?.source === 'demo',
      troubled: troubledStates(readings, judging),
    }),
    zone,
    sources,
    usage: known.usage.map((reading) => usageHealth(reading)),
    ...askedHealth(runs, { now, zone, running: running !== null }),
    coverage: reach === null ? null : coverageOf(held, reach),
    issueCoverage: issueReach === null ? null : issueCoverageOf(side, issueReach, held.freshness.length > 0),
    leftOut: [
      ...(reach === null ? [] : leftOutHealth(held, reach, 'merged-pull-requests')),
      ...(issueReach === null ? [] : leftOutHealth(side, issueReach, 'issues-finished')),
    ],
  });
}
