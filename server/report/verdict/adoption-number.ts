import type { VerdictNumber } from '../../contract/verdict.ts';
import { amount } from '../../words/amount.ts';
import { count } from '../../words/number.ts';
import type { Effect } from '../effect/effect.ts';
import { byFourWeeks, CANNOT, lineWords, startsAt } from './line.ts';

/** How much of the merged work carries AI marks: it describes, and is neither better nor worse. */
export function adoptionNumber({ share, trend, frame }: Effect): VerdictNumber {
  const line = byFourWeeks(
    (share?.weeks ?? []).map(({ week, marked, merged }) => ({ week, part: marked, whole: merged })),
    trend.points,
  );
  const say = (value: number) => amount(value, 'share');
  const now = share?.now.share ?? null;
  const before = share?.before?.share ?? null;
  return {
    key: 'adoption',
    name: 'Adoption',
    what:
      share === null || share.teams.length === 0
        ? 'AI-marked work, last four weeks'
        : 'AI-marked work of teams that started, last four weeks',
    now: now === null ? null : say(now),
    before: before === null ? null : `${say(before)} before`,
    change:
      share === null
        ? 'Too few people, or nothing looked at yet.'
        : 'Work without marks may have used AI too.',
    ...(share === null ? CANNOT : { standing: 'none', word: 'for context, not judged' }),
    line,
    startsAt: startsAt(line.length, frame.before),
    description: lineWords('AI-marked share', line, say),
    counts: share === null ? '' : count(share.now.merged, 'merged pull request'),
    page: '/adoption',
  };
}
