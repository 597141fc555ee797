import type { ResolvedView } from '../contract/view.ts';
import { MARKED_LEVELS } from '../metrics/marks.ts';
import { levelsOf } from './asked-marks.ts';
import { type Groups, groupsBy } from './group-privacy.ts';
import type { Held } from './live.ts';
import { type MarkedCell, markedWork, together } from './marked-work.ts';
import { remembered } from './remembered.ts';
import type { AskedWindow } from './span.ts';
import { toldApart } from './told-sums.ts';
import { countFew, few } from './too-close.ts';
import { toolsOfTeams } from './tools-of-teams.ts';
import { bitsOf, hasAny, type Work } from './work.ts';

type AskedOfMarks = Pick<ResolvedView, 'ai' | 'tool'>;
type Part = (cell: Pick<MarkedCell, 'level' | 'tools'>) => boolean;

const WINDOWS = 8;
const FILTERS = 48;
/** What windows are judged by takes megabytes: it is kept of the last ones alone, what was found by it of many. */
const WINDOWS_OF_CELLS = 2;

const cellsOf = new WeakMap<Held, ReturnType<typeof remembered<MarkedCell[]>>>();
const findersOf = new Map<string, (held: Held, window: AskedWindow) => Groups>();

/**
 * Which groups may be asked for beside a filter by AI involvement. Such a filter parts the work of a group; so each of the parts
 * that its answer tells of, alone or beside that of another such filter, is judged as all work is.
 */
export function markedGroups(held: Held, window: AskedWindow, asked: AskedOfMarks): Groups {
  const groups = groupsOfFilter(held, window, asked);
  if (asked.tool === null || groups.teams.size === 0) return groups;
  return toldWithin(held, window).has(asked.tool)
    ? groups
    : { ...groups, teams: new Set(), within: new Map() };
}

const withinTeams = new WeakMap<Held, ReturnType<typeof remembered<ReadonlySet<string>>>>();

/** The tools that may be asked for within teams: several at once tell more than each by itself. */
function toldWithin(held: Held, { window, from, to }: AskedWindow): ReadonlySet<string> {
  const known = withinTeams.get(held) ?? remembered<ReadonlySet<string>>(WINDOWS);
  withinTeams.set(held, known);
  const asked = { window, from, to };
  return known(`${window} ${from} ${to}`, () =>
    toolsOfTeams(
      cells(held, asked),
      held.snapshot.teamSets,
      [...offeredTools(held, asked)],
      (tool) => groupsOfFilter(held, asked, { ai: [], tool }).teams,
    ),
  );
}

/** A filter by itself. */
function groupsOfFilter(held: Held, window: AskedWindow, asked: AskedOfMarks): Groups {
  const key = JSON.stringify([asked.ai, asked.tool]);
  const known = findersOf.get(key);
  if (known !== undefined) return known(held, window);
  if (findersOf.size >= FILTERS) findersOf.clear();
  const finder = groupsBy((of, within) => {
    const all = partsOf(asked).flatMap((part, number) =>
      worksOfPart(cells(of, within), part).flatMap((works, place) => {
        const work = together(works);
        return work === null ? [] : [[`${number} ${place}`, work] as const];
      }),
    );
    return Object.fromEntries(all);
  });
  findersOf.set(key, finder);
  return finder(held, window);
}

const parted = new WeakMap<Held, ReturnType<typeof remembered<boolean>>>();

/** Whether all work together may be parted so: no part is that of one to four people. */
export function mayBeParted(held: Held, window: AskedWindow, asked: AskedOfMarks): boolean {
  const known = parted.get(held) ?? remembered<boolean>(WINDOWS * FILTERS);
  parted.set(held, known);
  const key = JSON.stringify([window.window, window.from, window.to, asked.ai, asked.tool]);
  return known(key, () => isSound(held, window, asked));
}

function isSound(held: Held, window: AskedWindow, asked: AskedOfMarks): boolean {
  if (asked.tool !== null && !offeredTools(held, window).has(asked.tool)) return false;
  return partsOf(asked).every((part) =>
    worksOfPart(cells(held, window), part).every((works) => !few(countFew(peopleIn(works)))),
  );
}

function cells(held: Held, { window, from, to }: AskedWindow): MarkedCell[] {
  const known = cellsOf.get(held) ?? remembered<MarkedCell[]>(WINDOWS_OF_CELLS);
  cellsOf.set(held, known);
  return known(`${window} ${from} ${to}`, () => markedWork(held, { window, from, to }));
}

/** Of the three kinds of work what the part is put together of. */
function worksOfPart(all: readonly MarkedCell[], part: Part): Work[][] {
  const some = all.filter(part).map(({ works }) => works);
  return [
    some.map(({ merged }) => merged),
    some.map(({ mergedSince }) => mergedSince),
    some.map(({ opened }) => opened),
  ];
}

/** Whoever has any of some works: not put together, for mostly the first few people tell all that is asked. */
function* peopleIn(works: readonly Work[]): Generator<number> {
  const [first] = works;
  if (first === undefined) return;
  const inTotal = bitsOf(first, ({ seen }) => seen !== 'own');
  for (const placement of first.placements.inOrder) {
    if (works.some((work) => hasAny(work, placement, inTotal))) yield first.placements.person[placement] ?? 0;
  }
}

const isMarked: Part = ({ level }) => MARKED_LEVELS.some((marked) => marked === level);
const not =
  (part: Part): Part =>
  (cell) =>
    !part(cell);
const both =
  (one: Part, other: Part): Part =>
  (cell) =>
    one(cell) && other(cell);

/**
 * The filter and its rest; where it is about other levels than AI-marked or all others, every level of these halves that it is about,
 * for a half less all its other levels would tell of one; where it is about a tool, what of it is marked and not, and what of these
 * it leaves. AI-marked goes before all others: whatever would tell of it too well is not shown itself.
 */
function partsOf({ ai, tool }: AskedOfMarks): Part[] {
  const levels = levelsOf(ai);
  const inLevels: Part = ({ level }) => levels.length === 0 || levels.some((one) => one === level);
  const byTool: Part = ({ tools }) => tool === null || tools.includes(tool);
  const asked = both(inLevels, byTool);
  const ofLevels = HALVES.flatMap((half) => {
    const some = half.filter((level) => levels.includes(level));
    if (some.length === 0 || some.length === half.length) return [];
    return half.map((one) => both(({ level }) => level === one, byTool));
  });
  const ofTool =
    tool === null
      ? []
      : [isMarked, not(isMarked)].flatMap((some) => [both(some, byTool), both(some, not(byTool))]);
  const ofBoth =
    tool === null || levels.length === 0 ? [] : [both(inLevels, not(byTool)), both(byTool, not(inLevels))];
  return [asked, not(asked), ...ofLevels, ...ofTool, ...ofBoth];
}

const HALVES = [levelsOf(['marked']), levelsOf(['unmarked'])];

const toolsOffered = new WeakMap<Held, ReturnType<typeof remembered<ReadonlySet<string>>>>();

/**
 * The tools that may be asked for: what is left of AI-marked work beside all of them is nobody's, or that of five people, too, and so
 * is whatever their sums tell apart; else the one that the fewest people use goes with it.
 */
function offeredTools(held: Held, { window, from, to }: AskedWindow): ReadonlySet<string> {
  const known = toolsOffered.get(held) ?? remembered<ReadonlySet<string>>(WINDOWS);
  toolsOffered.set(held, known);
  return known(`${window} ${from} ${to}`, () => {
    const all = cells(held, { window, from, to });
    const people = (part: Part) =>
      new Set(worksOfPart(all, part).flatMap((works) => [...peopleIn(works)])).size;
    const sound = (part: Part) => worksOfPart(all, part).every((works) => !few(countFew(peopleIn(works))));
    const offered = [...new Set(all.flatMap(({ tools }) => tools))]
      .filter((tool) => partsOf({ ai: [], tool }).every(sound))
      .map((tool) => ({ tool, people: people(({ tools }) => tools.includes(tool)) }))
      .sort((one, other) => other.people - one.people || (one.tool < other.tool ? -1 : 1))
      .map(({ tool }) => tool);
    const rest: Part = both(isMarked, ({ tools }) => !tools.some((tool) => offered.includes(tool)));
    while (
      offered.length > 0 &&
      !(sound(rest) && SIDES.every((side) => sumsAreSound(all, side, offered, sound)))
    )
      offered.pop();
    return new Set(offered);
  });
}

const SIDES: readonly Part[] = [() => true, isMarked, not(isMarked)];

/** Whether nothing that sums by these tools tell apart, in all work or in that of one side, is too few people's. */
function sumsAreSound(
  all: readonly MarkedCell[],
  side: Part,
  offered: readonly string[],
  sound: (part: Part) => boolean,
): boolean {
  const keyOf = ({ tools }: Pick<MarkedCell, 'tools'>) =>
    offered.filter((tool) => tools.includes(tool)).join();
  const kinds = [...new Set(all.filter(side).map(keyOf))];
  const toolsOf = kinds.map((kind) => (kind === '' ? [] : kind.split(',')));
  return toldApart(toolsOf, offered).every((apart) => {
    const names = new Set([...apart].map((place) => kinds[place]));
    return sound(both(side, (cell) => names.has(keyOf(cell))));
  });
}
