import type { GuardrailChange } from '../../contract/guardrails.ts';
import type { VerdictNumber } from '../../contract/verdict.ts';
import { amountPair } from '../../words/amount.ts';
import { count } from '../../words/number.ts';
import type { Effect } from '../effect/effect.ts';
import { whatOf } from '../guardrails/cost-line.ts';
import type { Held } from '../live.ts';
import { seriesAnswer } from '../series.ts';
import { byFourWeeks, CANNOT, lineWords, startsAt } from './line.ts';

/** What is shown where nothing is worse: the first of these that can be judged. */
const USUAL = ['revert-rate', 'rework-share', 'merged-without-review', 'reopened-issues'];

/** The guardrail that is worse, else the first that can be judged. */
export function qualityNumber(held: Held, { costs, trend, frame, teams }: Effect): VerdictNumber {
  const shares = costs.filter(({ unit }) => unit.startsWith('share'));
  const judged = USUAL.flatMap((id) =>
    shares.filter(({ measure, standing }) => measure === id && standing !== 'not-known'),
  );
  const shown = shares.find(({ standing }) => standing === 'worse') ?? judged[0] ?? null;
  if (shown === null) return NOTHING;
  const line = lineOf(
    held,
    shown,
    trend.points,
    teams.units.flatMap(({ start, offered, id }) => (start !== null && offered ? [id] : [])),
  );
  const { before, after, standing, unit } = shown;
  const [now, was] =
    before.value === null || after.value === null
      ? [null, null]
      : amountPair(after.value, before.value, unit);
  const worse = costs.filter((one) => one.standing === 'worse').length;
  return {
    key: 'quality',
    name: 'Quality',
    what: shown.name,
    now,
    before: was === null ? null : `${was} before`,
    change:
      worse > 1
        ? `${count(worse, 'guardrail')} worse, this among them.`
        : `${upper(whatOf(shown))}: ${shown.short}.`,
    ...(standing === 'worse'
      ? { standing, word: 'worse' }
      : standing === 'better'
        ? { standing, word: 'better' }
        : standing === 'usual'
          ? { standing: 'none', word: 'within its usual range' }
          : CANNOT),
    line,
    startsAt: startsAt(line.length, frame.before),
    description: lineWords(shown.name, line, (value) => amountPair(value, value, unit)[0]),
    counts: `${count(after.events, 'case')} of ${count(after.n, 'item')} since`,
    page: '/guardrails',
  };
}

/** The share by four weeks, of the teams that start. */
function lineOf(
  held: Held,
  { measure }: GuardrailChange,
  periods: readonly { from: string; to: string }[],
  team: readonly string[],
): { from: string; value: number | null }[] {
  const { points } = seriesAnswer(held, measure, {
    window: '104w',
    by: 'merge',
    ...(team.length === 0 ? {} : { team: [...team] }),
  }).data;
  const weeks = points.flatMap(({ week, value, n, running }) =>
    value === null || running ? [] : [{ week, part: value * n, whole: n }],
  );
  return byFourWeeks(weeks, periods);
}

const NOTHING: VerdictNumber = {
  ...{ key: 'quality', name: 'Quality', what: 'Reverts, rework, unreviewed work', now: null, before: null },
  change: 'Nothing can be judged yet.',
  ...CANNOT,
  ...{
    line: [],
    startsAt: null,
    description: 'Quality: nothing to show yet.',
    counts: '',
    page: '/guardrails',
  },
};

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
