import { cannot, isCannot, type OrCannot } from '../../stats/cannot.ts';
import { GATES } from '../../stats/decision/gates.ts';
import type { Estimate } from '../../stats/inference/estimate.ts';
import { at, of } from '../../stats/numbers.ts';
import { imputation } from '../../stats/panel/imputation.ts';
import { NEVER, type Panel, panelWith, unitsOf } from '../../stats/panel/panel.ts';
import { ALL, type Target } from '../../stats/panel/targets.ts';
import { logPanel, medianPanel, ratePanel } from './cells.ts';
import { type Comparable, comparable, logOf } from './comparison.ts';
import type { Gathered } from './gathered.ts';
import { samePeople } from './people.ts';
import type { Primaries } from './primary.ts';

/** An estimate beside the headline, as a log ratio. */
export type Beside = {
  name: string;
  meaning: string;
  estimate: OrCannot<Estimate>;
  /** Why it cannot be told, to follow a colon, where that is more than what `estimate` says. */
  why?: string;
};

/** Periods by which starts are moved back to where nothing happened. */
const EARLIER = [2, 4, 6] as const;

/** The headline estimate of a panel alone. */
export function estimated({ panel, failed, isLog }: Comparable, target: Target = ALL): OrCannot<Estimate> {
  if (failed.length > 0) return cannot('too few observations');
  const found = imputation(panel, [{ ...target, scale: isLog ? 'outcome' : 'percent' }]);
  if (isCannot(found)) return found;
  const estimate = of(found.estimates, 0);
  return isLog ? estimate : logOf(estimate);
}

/** The same effect on starts that were none: what was treated is left out, and each start moved some periods back. */
export function placebosOf({ method, time }: Primaries): Beside[] {
  if (method === 'series' && time.series !== null) {
    return time.series.placebos.map(({ level }, index) => ({
      name: `Date ${index + 1} of ${time.series?.placebos.length ?? 0} before the start`,
      meaning: 'A step of the same series at a date on which nothing happened; it should be about 0.',
      estimate: level,
    }));
  }
  const found = time.comparable;
  if (found === null) return [];
  return EARLIER.map((periods) => ({
    name: `${periods * 4} weeks too early`,
    meaning:
      'As if every team had started so much earlier, without anything since its start; it should be about 0.',
    estimate: placeboOf(found.panel, periods),
  }));
}

function placeboOf(panel: Panel, earlier: number): OrCannot<Estimate> {
  const starts = Float64Array.from(panel.starts, (start) => start - earlier);
  const outcome = Float64Array.from({ length: panel.units * panel.periods }, (_, cell) => {
    const unit = Math.floor(cell / panel.periods);
    return cell % panel.periods >= at(panel.starts, unit) ? Number.NaN : at(panel.outcome, cell);
  });
  const kept = unitsOf(panel).filter((unit) => at(starts, unit) >= GATES.before);
  const moved = panelWith({ ...panel, outcome, starts }, kept);
  const starters = Array.from(moved.starts).filter((start) => start < NEVER).length;
  if (starters < GATES.starters) return cannot('no periods before');
  const found = imputation(moved, [ALL]);
  return isCannot(found) ? found : of(found.estimates, 0);
}

/** Other samples and other summaries of the same data. */
export function sensitivitiesOf(gathered: Gathered, { method, time }: Primaries): Beside[] {
  if (method !== 'compared' || time.comparable === null) return [];
  const { frame, units, entries, clock } = gathered;
  const everyone = gathered.everyone();
  const isMarked = entries.agent.some((agent) => agent === 1);
  const agents = clock.of === 'pull requests' && isMarked;
  const rates = ratePanel(frame, units, gathered.counted('all'));
  return [
    {
      name: 'All people',
      meaning:
        'Whoever was in the team at the time, with joiners and leavers, in place of those who were there at the start.',
      estimate: estimated(comparable(logPanel(frame, units, everyone))),
    },
    {
      name: 'Medians',
      meaning: 'The median of each team and period in place of the mean of logarithms.',
      estimate: estimated(comparable(medianPanel(frame, units, gathered.ordered()))),
    },
    {
      name: 'Without the first weeks',
      meaning: 'Without the first period after each start, in which people learn.',
      estimate: estimated(time.comparable, { mean: { from: 1, to: Number.POSITIVE_INFINITY } }),
    },
    ...(agents
      ? [
          {
            name: 'Without pull requests by agents',
            meaning: 'Only the work of people, with a tool or without, in case agents took the easy part.',
            estimate: estimated(
              comparable(logPanel(frame, units, entries, ({ agent }, index) => agent[index] === 0)),
            ),
          },
        ]
      : []),
    {
      name: 'Throughput of all people',
      meaning: 'What everybody who was in the team at the time finished, per person on the roster.',
      estimate: estimated(comparable(rates.panel, rates.isLog)),
    },
  ];
}

/** Before and after without any comparison: of teams that started, and of the others at the middle one of the starts. */
export function plainOf(gathered: Gathered, { time }: Primaries): Beside[] {
  const people = {
    name: 'The same people',
    meaning:
      'Before and after each start, the same people on both sides. Whatever else changed with time is in it.',
    estimate: samePeople(gathered.frame, gathered.units, gathered.entries),
  };
  const found = time.comparison;
  if (found?.starters === undefined || found.others === undefined) return [people];
  return [
    {
      name: 'Teams that started',
      meaning: 'Before and after their own start, with whatever else changed with time.',
      estimate: found.starters,
    },
    {
      name: 'Teams that had not',
      meaning: 'Before and after the middle one of the starts.',
      estimate: found.others,
    },
    people,
  ];
}

/** The smallest change that would be seen, in percent, were the starts so many weeks before the data end; null: it cannot be told. */
export function errorAtStart(gathered: Gathered): OrCannot<Estimate> {
  const { frame, units, entries } = gathered;
  const compared = estimated(comparable(gathered.panel()));
  return isCannot(compared) ? samePeople(frame, units, entries) : compared;
}
