import type { Coverage } from '../../contract/health.ts';
import { TEAM_BASES, UNKNOWN } from '../../facts/columns/column.ts';
import { type Selection, slicesAsked } from '../../metrics/selection.ts';
import { list } from '../../words/list.ts';
import { count, number } from '../../words/number.ts';
import type { Held } from '../live.ts';
import { FEWEST } from '../too-close.ts';

/** Merged or finished items placed by one basis (or none), and whose they are. */
type Part = { names: readonly string[]; merged: number; people: Set<number> };

/** What is placed, as it is called: "merged pull requests"; the last basis; and what helps those that are in no team. */
export type PlacedWords = { things: string; owner: string; remedy: string };

/** In the order of `TEAM_BASES`. */
const namesOf = ({ owner }: PlacedWords) => [
  'in no team',
  'by a stated membership',
  'by an assumed membership',
  owner,
];
const ORDER = [1, 2, 3, 0];

const TOO_FEW =
  'Not shown: so few people are placed in another way than the rest that they could be told apart.';

/** By what the counted items of a selection are placed in teams. Nothing where there are no teams. */
export function placed(
  held: Held,
  selection: Selection,
  words: PlacedWords,
): Pick<Coverage, 'placed' | 'people' | 'unmatched'> {
  const nothing = { placed: [], people: '', unmatched: '' };
  if (held.teamNames.size === 0) return nothing;
  const { parts, accounts } = partsOf(held, selection, words);
  const all = parts.reduce((sum, { merged }) => sum + merged, 0);
  if (all === 0) return nothing;
  const folded = foldedParts(ORDER.flatMap((at) => parts[at] ?? []));
  const [only, ...others] = folded;
  if (others.length === 0 && (only?.names.length ?? 0) > 1) return { ...nothing, unmatched: TOO_FEW };
  return {
    placed: folded.map(({ names, merged }) => ({
      name: list(names),
      percent: Math.round((100 * merged) / all),
      said: perCent(merged / all),
    })),
    people: peopleInWords(parts),
    unmatched: unmatchedInWords(accounts, parts[0], all, words),
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

/** "41 of the 48 people are in a team": whoever is by a membership; empty where that would tell fewer than five apart. */
function peopleInWords([none, stated, assumed, owned]: readonly Part[]): string {
  const inTeams = new Set([...(stated?.people ?? []), ...(assumed?.people ?? [])]);
  const others = new Set(
    [...(none?.people ?? []), ...(owned?.people ?? [])].filter((one) => !inTeams.has(one)),
  );
  const all = inTeams.size + others.size;
  if (all < FEWEST) return '';
  if (others.size === 0) return `All ${number(all)} people whose work this is are in a team.`;
  if (others.size < FEWEST) return 'All but fewer than five of the people whose work this is are in a team.';
  if (inTeams.size < FEWEST) return '';
  return `${number(inTeams.size)} of the ${number(all)} people whose work this is are in a team.`;
}

/** "12 accounts are in no team; 7 % of the merged pull requests count in no team because of that." */
function unmatchedInWords(
  accounts: number,
  none: Part | undefined,
  all: number,
  { things, remedy }: PlacedWords,
): string {
  if (none === undefined || accounts === 0) return '';
  const share = none.merged / all;
  const few = none.people.size < FEWEST;
  const who = few ? 'Fewer than five accounts are' : `${count(accounts, 'account')} are`;
  const effect = few ? classOf(share) : perCent(share);
  const said = `${who} in no team: ${effect} of the ${things} count in the total and in no team.`;
  return remedy === '' ? said : `${said} ${remedy}`;
}

function perCent(share: number): string {
  return share < 0.005 ? 'under 1 %' : `${Math.round(100 * share)} %`;
}

/** Never the number, of so few. */
function classOf(share: number): string {
  if (share < 0.01) return 'under 1 %';
  return share <= 0.05 ? '1 to 5 %' : 'over 5 %';
}

function partsOf(
  { snapshot }: Held,
  selection: Selection,
  words: PlacedWords,
): { parts: Part[]; accounts: number } {
  const { from, to } = selection;
  const names = namesOf(words);
  const parts = TEAM_BASES.map((_, at): Part => ({ names: [names[at] ?? ''], merged: 0, people: new Set() }));
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
