import type { GuardrailChange } from '../../contract/guardrails.ts';
import { isCannot } from '../../stats/cannot.ts';
import { benjaminiHochberg } from '../../stats/inference/multiplicity.ts';
import { list } from '../../words/list.ts';
import { number } from '../../words/number.ts';
import { fineShare } from '../../words/share.ts';
import { whatOf } from './cost-line.ts';
import type { Sides } from './guardrail-cells.ts';
import type { GuardrailComparison } from './guardrail-comparison.ts';
import { guardrailEstimate } from './guardrail-estimate.ts';
import { FEWEST_EVENTS } from './limits.ts';

/** Of all teams and guardrails (STATISTICS (i)); what got better is not looked for, so that half of it remains. */
const FALSE_ALARMS = 0.1;
/** A team is named where something happens half as often again, at least. */
const RISE = 1.5;

/** What became worse in a team, by what it is called, and the same in a sentence with its counts. */
export type TeamApart = { team: string; worse: string[]; sentence: string };

type Candidate = { team: string; what: string; sides: Sides; p: number; isWorse: boolean };

/**
 * Teams in which something became clearly worse that did not in all of them together: one team's trouble drowns in a total. Each is
 * compared with itself by Newcombe's interval of a share, and all teams and guardrails count as one question. By team name.
 */
export function teamsApart(
  comparisons: readonly GuardrailComparison[],
  changes: readonly GuardrailChange[],
): TeamApart[] {
  const candidates = comparisons.flatMap((comparison, place) => {
    const change = changes[place];
    return change === undefined || change.standing === 'worse' ? [] : candidatesOf(comparison, change);
  });
  const adjusted = benjaminiHochberg(candidates.map(({ p }) => p));
  const clear = candidates.filter((one, place) => one.isWorse && (adjusted[place] ?? 1) <= FALSE_ALARMS);
  return [...Map.groupBy(clear, ({ team }) => team)].map(([team, own]) => ({
    team,
    worse: own.map(({ what }) => what),
    sentence: `${team}: ${list(own.map(({ what, sides }) => risen(what, sides)))}`,
  }));
}

function candidatesOf(
  { guarded, started, starts }: GuardrailComparison,
  change: GuardrailChange,
): Candidate[] {
  if (guarded.scale !== 'share' || guarded.worse === null || started.own.length < 2) return [];
  return started.sides.flatMap((sides, at) => {
    const team = starts.teams[started.own[at]?.place ?? -1]?.name;
    const { before, after } = sides;
    const found = guardrailEstimate('share', [sides], 'teams');
    if (team === undefined || isCannot(found)) return [];
    if (Math.min(before.events, after.events) < FEWEST_EVENTS) return [];
    const rises = after.events / after.whole >= (RISE * before.events) / before.whole;
    const clear = guarded.worse === 'more' ? found.lower > 0 : found.upper < 0;
    return [{ team, what: whatOf(change), sides, p: found.p, isWorse: clear && rises }];
  });
}

function risen(what: string, { before, after }: Sides): string {
  const side = ({ part, whole }: Sides['before']) =>
    `${fineShare(part / whole)} (${number(part)} of ${number(whole)})`;
  return `${what} went from ${side(before)} to ${side(after)}`;
}
