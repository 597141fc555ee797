import type { Dictionary } from '../facts/columns/dictionary.ts';
import { MARKED_LEVELS } from '../metrics/marks.ts';
import type { MarkedCell } from './marked-work.ts';
import { toldApart } from './told-sums.ts';
import { countFew, few } from './too-close.ts';
import { bitsOf, hasAny, type Work } from './work.ts';

/** Work of one level and set of tools in some teams, and whose it is. */
type Own = Pick<MarkedCell, 'level' | 'tools'> & { people: ReadonlySet<number> };
/** Of each kind of work: merged, merged since, opened. */
type Region = readonly (readonly Own[])[];

/**
 * The tools that may be asked for within teams: what their sums tell apart in a team, or in all work outside the teams of which they are
 * told, is nobody's, or that of five people; else the one that the fewest people use goes, within teams alone.
 *
 * @param offered those told of all work, the one that most people use first
 * @param teamsOf the teams that each may be asked for within, judged by itself
 */
export function toolsOfTeams(
  cells: readonly MarkedCell[],
  { values }: Pick<Dictionary, 'values'>,
  offered: readonly string[],
  teamsOf: (tool: string) => ReadonlySet<string>,
): ReadonlySet<string> {
  const sets = values.map((set): readonly string[] => JSON.parse(set));
  const tools = [...offered];
  // A tool by itself has been judged in each team.
  if (tools.length < 2) return new Set(tools);
  const byTeam = regions(cells, sets);
  const isSound = (some: readonly string[]) => {
    const shared = teamsOf(some[0] ?? '');
    const told = [...shared].filter((team) => some.every((tool) => teamsOf(tool).has(team)));
    if (told.length === 0) return true;
    const within = new Set(told);
    const rest = regions(
      cells,
      sets.map((set) => (set.some((team) => within.has(team)) ? [] : [REST])),
    ).get(REST);
    const all = [...told.map((team) => byTeam.get(team)), rest].filter((region) => region !== undefined);
    return all.every((region) => region.every((own) => sumsAreSound(own, some)));
  };
  while (tools.length > 1 && !groupsOfTools(tools).every(isSound)) tools.pop();
  return new Set(tools);
}

const REST = '';

/** Two and three of some tools. */
function groupsOfTools(tools: readonly string[]): string[][] {
  const pairs = tools.flatMap((one, place) => tools.slice(place + 1).map((other) => [one, other]));
  const last = (group: readonly string[]) => tools.indexOf(group.at(-1) ?? '');
  return [...pairs, ...pairs.flatMap((pair) => tools.slice(last(pair) + 1).map((third) => [...pair, third]))];
}

/** What there is of each cell in each team; `sets` are the teams of each set of them. */
function regions(cells: readonly MarkedCell[], sets: readonly (readonly string[])[]): Map<string, Region> {
  const found = new Map<string, Own[][]>();
  for (const { level, tools, works } of cells) {
    [works.merged, works.mergedSince, works.opened].forEach((work, kind) => {
      const people = peopleByTeam(work, sets);
      for (const [team, own] of people) {
        const region = found.get(team) ?? [[], [], []];
        found.set(team, region);
        region[kind]?.push({ level, tools, people: own });
      }
    });
  }
  return found;
}

function peopleByTeam(work: Work, sets: readonly (readonly string[])[]): Map<string, Set<number>> {
  const inTotal = bitsOf(work, ({ seen }) => seen !== 'own');
  const found = new Map<string, Set<number>>();
  for (const placement of work.placements.inOrder) {
    if (!hasAny(work, placement, inTotal)) continue;
    for (const team of sets[work.placements.teamSet[placement] ?? 0] ?? []) {
      const own = found.get(team) ?? new Set();
      found.set(team, own.add(work.placements.person[placement] ?? 0));
    }
  }
  return found;
}

/** Whether nothing that sums by these tools tell apart, of all levels or of one side of them, is too few people's. */
function sumsAreSound(all: readonly Own[], tools: readonly string[]): boolean {
  const isMarked = ({ level }: Own) => MARKED_LEVELS.some((marked) => marked === level);
  const sides = [all, all.filter(isMarked), all.filter((one) => !isMarked(one))];
  return sides.every((side) => {
    const byKind = Map.groupBy(side, (own) => tools.filter((tool) => own.tools.includes(tool)).join());
    const kinds = [...byKind].map(([kind, own]) => ({ tools: kind === '' ? [] : kind.split(','), own }));
    return toldApart(
      kinds.map((kind) => kind.tools),
      tools,
    ).every((apart) => {
      const people = [...apart].flatMap((place) => kinds[place]?.own.flatMap((one) => [...one.people]) ?? []);
      return !few(countFew(people));
    });
  });
}
