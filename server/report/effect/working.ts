import type { BesideRow, Gate, LotRow, Working } from '../../contract/impact.ts';
import { isCannot } from '../../stats/cannot.ts';
import { GATES } from '../../stats/decision/gates.ts';
import { count } from '../../words/number.ts';
import { aboutChange, sizeOf } from '../../words/percent-change.ts';
import { aloneBecause } from '../verdict/verdict-facts.ts';
import type { Beside } from './beside.ts';
import { countsSentence } from './counts-words.ts';
import type { Effect } from './effect.ts';
import { lotRow } from './lot-words.ts';
import { percentRange, whyNot } from './percents.ts';
import type { Method } from './primary.ts';

const METHODS: Record<Method, string> = {
  compared: 'Imputation difference-in-differences',
  series: 'Interrupted time series with AR(1) errors',
  'before-after': 'Plain before and after of the same people',
  none: 'None',
};

/** "How sure are we": everything that the verdict rests on. */
export function workingOf(found: Effect): Working {
  const { primaries, clock, counts, visible } = found;
  const { method, time } = primaries;
  const { grade, means } = found.graded;
  const smallest = isCannot(time.smallest) ? visible.percent : -time.smallest.fall;
  return {
    method,
    methodName: METHODS[method],
    why: whyThis(found),
    grade,
    gradeMeans: means,
    clock: clock.sentence,
    gates: gatesOf(found),
    counts: {
      teams: counts.teams,
      started: counts.started,
      notStarted: counts.notStarted,
      people: counts.people,
      items: counts.items,
      weeks: counts.weeks,
      weeksBefore: counts.weeksBefore,
      weeksAfter: counts.weeksAfter,
    },
    countsSentence: `${countsSentence(found)}.`,
    crossCheck:
      time.comparison === null
        ? []
        : [
            besideRow({
              name: 'Callaway and Sant’Anna',
              meaning:
                'Each team against its last four weeks before the start, and the same weeks of teams that had not started.',
              estimate: time.comparison.crossCheck,
            }),
          ],
    placebos: found.placebos.map(besideRow),
    lots: lotsOf(found),
    sensitivities: found.sensitivities.map(besideRow),
    plain: found.plain.map(besideRow),
    smallest:
      smallest === null
        ? 'How large a change would have to be to be seen cannot be told.'
        : `${withThese(found)} a change of about ${sizeOf(smallest)} or more would be seen; smaller ones could be hidden.`,
    smallestPercent: smallest,
    wouldChange: wouldChange(found),
  };
}

/** Until starts have been followed it is told for so many weeks after them. */
function withThese({ counts, visible }: Effect): string {
  return counts.weeksAfter > 0
    ? 'With these teams and weeks'
    : `With these teams, ${count(visible.weeks, 'week')} after the start,`;
}

function whyThis(found: Effect): string {
  const { method } = found.primaries;
  if (method === 'compared') {
    return 'The strongest that these data allow: teams started at different times or not at all, so that each is compared with its own past and with those that had not started.';
  }
  const alone = aloneBecause(found);
  if (method === 'series')
    return `${alone} The weeks before are carried on as they were going, and the weeks since set against that.`;
  if (method === 'before-after') {
    return `${alone} There are too few weeks, or too many dates, for a series (24 weeks before and 12 since, all starts within four weeks): a plain before and after decides nothing.`;
  }
  return `${alone} Too few people have enough work on both sides for a before and after.`;
}

function gatesOf({ primaries }: Effect): Gate[] {
  const { compared } = primaries.panel;
  const { teams, starters, untreated, periodsBefore, periodsAfter } = compared;
  const gate = (name: string, passed: boolean, sentence: string): Gate => ({ name, passed, sentence });
  return [
    gate(
      'Teams',
      teams >= GATES.teams,
      `${count(teams, 'team')} with enough work; ${GATES.teams} are needed.`,
    ),
    gate(
      'Started',
      starters >= GATES.starters,
      `${count(starters, 'team')} started within these weeks; ${GATES.starters} are needed.`,
    ),
    gate(
      'Not started',
      untreated >= GATES.untreated && untreated >= GATES.untreatedShare * teams,
      `${count(untreated, 'team')} had not started at the end; ${GATES.untreated} and a quarter of all are needed, since with fewer false alarms are frequent.`,
    ),
    gate(
      'Weeks before',
      periodsBefore >= GATES.before,
      `${periodsBefore * 4} weeks before the first start; ${GATES.before * 4} are needed.`,
    ),
    gate(
      'Weeks since',
      periodsAfter >= GATES.after,
      `${periodsAfter * 4} weeks since the first start that were followed to their end; ${GATES.after * 4} are needed.`,
    ),
  ];
}

function lotsOf({ primaries, clock }: Effect): LotRow[] {
  const { time, throughput } = primaries;
  return [
    ...(time.dealt === null ? [] : [lotRow(clock.name, time.dealt)]),
    ...(throughput.dealt === null ? [] : [lotRow(capital(`${clock.noun}s ${clock.done}`), throughput.dealt)]),
  ];
}

function besideRow({ name, meaning, estimate, why }: Beside): BesideRow {
  const percent = percentRange(estimate);
  const sentence =
    percent === null ? `Cannot be told: ${why ?? whyNot(estimate)}.` : capital(aboutChange(percent));
  return { name, meaning, percent, sentence };
}

function wouldChange({ primaries, missing }: Effect): string[] {
  const more = [
    ...(missing.weeks === null ? [] : [`${count(missing.weeks, 'more week')} of data.`]),
    ...(missing.teams === null
      ? []
      : [`${count(missing.teams, 'more team')}, some of which have not started.`]),
  ];
  if (primaries.method !== 'compared') {
    return ['Teams that have not started yet, to compare with; best in an order drawn by lot.', ...more];
  }
  return [
    'Teams that moved differently already before their starts: then the comparison would not hold.',
    'A change of who is in which team at the same time, or people who review for both sides: it would slow those that are compared with.',
    'Another estimate by the other method, or by any of the rows above.',
    ...more,
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
