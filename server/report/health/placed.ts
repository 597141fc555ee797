import type { Coverage } from '../../contract/health.ts';
import { TEAM_BASES, UNKNOWN } from '../../facts/columns/column.ts';
import { type Selection, slicesAsked } from '../../metrics/selection.ts';
import { list } from '../../words/list.ts';
import { count } from '../../words/number.ts';
import type { Held } from '../live.ts';
import { FEWEST } from '../too-close.ts';

/** Merged pull requests placed by one basis (or none), and whose they are. */
type Part = { names: readonly string[]; merged: number; people: Set<number> };

/** In the order of `TEAM_BASES`. */
const NAMES = [
  'in no team',
  'by a stated membership',
  'by an assumed membership',
  'by who owns the repository',
];
const ORDER = [1, 2, 3, 0];

const TOO_FEW = 'What placing rests on is not told: too few people would be told apart.';

/** By what the counted pull requests of a selection are placed in teams. Nothing where there are no teams. */
export function placed(held: Held, selection: Selection): Pick<Coverage, 'placed' | 'unmatched'> {
  if (held.teamNames.size === 0) return { placed: [], unmatched: '' };
  const { parts, accounts } = partsOf(held, selection);
  const all = parts.reduce((sum, { merged }) => sum + merged, 0);
  if (all === 0) return { placed: [], unmatched: '' };
  const folded = foldedParts(ORDER.flatMap((at) => parts[at] ?? []));
  const [only, ...others] = folded;
  if (others.length === 0 && (only?.names.length ?? 0) > 1) return { placed: [], unmatched: TOO_FEW };
  return {
    placed: folded.map(({ names, merged }) => ({
      name: list(names),
      percent: Math.round((100 * merged) / all),
      said: perCent(merged / all),
    })),
    unmatched: unmatchedInWords(accounts, parts[0], all),
  };
}

/**
 * Parts that rest on one to four people are told together with each other, and with the smallest of the rest where these are
 * too few still: a share of theirs would be what those people have merged. The last part left is everybody.
 */
export function foldedParts(parts: readonly Part[]): Part[] {
  const shown = parts.filter(({ merged }) => merged > 0);
  const few = shown.filter(({ people }) => people.size < FEWEST);
  if (few.length === 0) return shown;
  const rest = shown.filter((part) => !few.includes(part));
  let together = merge(few);
  while (together.people.size < FEWEST) {
    const smallest = rest.toSorted((one, other) => one.people.size - other.people.size)[0];
    if (smallest === undefined) break;
    rest.splice(rest.indexOf(smallest), 1);
    together = merge([together, smallest]);
  }
  return [...rest, together];
}

function merge(parts: readonly Part[]): Part {
  return {
    names: parts.flatMap(({ names }) => names),
    merged: parts.reduce((sum, { merged }) => sum + merged, 0),
    people: new Set(parts.flatMap(({ people }) => [...people])),
  };
}

/** "12 accounts are in no team; 7 % of the merged pull requests count in no team because of that." */
function unmatchedInWords(accounts: number, none: Part | undefined, all: number): string {
  if (none === undefined || accounts === 0) return '';
  const share = none.merged / all;
  const few = none.people.size < FEWEST;
  const who = few ? 'Fewer than five accounts are' : `${count(accounts, 'account')} are`;
  const effect = few ? classOf(share) : perCent(share);
  return `${who} in no team: ${effect} of the merged pull requests count in the total and in no team.`;
}

function perCent(share: number): string {
  return share < 0.005 ? 'under 1 %' : `${Math.round(100 * share)} %`;
}

/** Never the number, of so few. */
function classOf(share: number): string {
  if (share < 0.01) return 'under 1 %';
  return share <= 0.05 ? '1 to 5 %' : 'over 5 %';
}

function partsOf({ snapshot }: Held, selection: Selection): { parts: Part[]; accounts: number } {
  const { from, to } = selection;
  const parts = TEAM_BASES.map((_, at): Part => ({ names: [NAMES[at] ?? ''], merged: 0, people: new Set() }));
  const accounts = new Set<number>();
  for (const chunk of snapshot.chunks) {
    const { mergeWeek, leftOut, teamBasis, person, author } = chunk;
    for (const slice of slicesAsked(chunk, selection)) {
      for (let row = slice.from; row < slice.mergedUntil; row++) {
        const week = mergeWeek[row] ?? UNKNOWN;
        if (leftOut[row] !== 0 || week < from || week > to) continue;
        const code = teamBasis[row] ?? 0;
        const part = parts[code];
        if (part === undefined) continue;
        part.merged += 1;
        const who = person[row] ?? UNKNOWN;
        if (who !== UNKNOWN) part.people.add(who);
        if (code === 0) accounts.add(author[row] ?? UNKNOWN);
      }
    }
  }
  accounts.delete(UNKNOWN);
  return { parts, accounts: accounts.size };
}
