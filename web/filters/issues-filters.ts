import type { IssuesView } from '../../server/contract/index.ts';
import { IssueMeasure, IssueReason, IssueSort, IssueState } from '../../server/contract/issue-items.ts';
import { possibleDay } from './calendar-day.ts';
import type { ListKind } from './use-list.ts';

/** What the address of a list of issues holds beside the question that every page has. */
export type IssuesFilters = Pick<
  IssuesView,
  'measure' | 'week' | 'state' | 'leftOut' | 'linked' | 'id' | 'q' | 'sort' | 'order' | 'cursor'
>;

export const issueColumnGroups = ['overview', 'dates'] as const;
export type IssueColumnGroup = (typeof issueColumnGroups)[number];

/** `of` says that issues are listed where nothing else does; `columns` is the web's own. */
export type IssuesPlace = IssuesFilters & { of?: 'issues'; columns?: IssueColumnGroup };

const names = [
  'of',
  'measure',
  'week',
  'state',
  'leftOut',
  'linked',
  'id',
  'q',
  'sort',
  'order',
  'cursor',
  'columns',
] as const satisfies readonly (keyof IssuesPlace)[];
const directions = ['asc', 'desc'] as const;
const yesOrNo = ['yes', 'no'] as const;

/** Whether an address is one of a list of issues: it says so, or asks for what only issues have. */
export function listsIssues(search: string): boolean {
  const query = new URLSearchParams(search);
  const [measure, leftOut] = [query.get('measure') ?? '', query.get('leftOut') ?? ''];
  const ofIssues = IssueMeasure.enum.some((one) => one === measure);
  const apart = ['epic', 'sub-task', 'deleted'].includes(leftOut);
  return query.get('of') === 'issues' || ofIssues || apart;
}

/** The list itself: how its address is read and written. */
export const issuesList: ListKind<IssuesPlace> = {
  names,
  read(search) {
    let place: IssuesPlace = {};
    const unknown: string[] = [];
    for (const [name, value] of new URLSearchParams(search)) {
      if (!names.some((one) => one === name)) continue;
      const read = readOne(name, value);
      if (read === null) unknown.push(`${name}=${value}`);
      else place = { ...place, ...read };
    }
    return { place, unknown };
  },
  first: ({ cursor: _, ...place }) => place,
  bare: ({ columns, sort, order }) => ({
    of: 'issues',
    ...(columns && { columns }),
    ...(sort && { sort }),
    ...(order && { order }),
  }),
  write(question, place) {
    const query = new URLSearchParams(question);
    for (const name of names) if (place[name] !== undefined) query.append(name, place[name]);
    // It says itself that it is one of issues, whatever is taken off it.
    if (!listsIssues(query.toString())) query.append('of', 'issues');
    return `?${query}`;
  },
};

function readOne(name: string, value: string): IssuesPlace | null {
  if (name === 'of') return value === 'issues' ? { of: value } : null;
  if (name === 'measure') return orNull(among(IssueMeasure.enum, value), (measure) => ({ measure }));
  if (name === 'week') return orNull(possibleDay(value), (week) => ({ week }));
  if (name === 'state') return orNull(among(IssueState.enum, value), (state) => ({ state }));
  if (name === 'leftOut') return orNull(among(IssueReason.enum, value), (leftOut) => ({ leftOut }));
  if (name === 'linked') return orNull(among(yesOrNo, value), (linked) => ({ linked }));
  if (name === 'id') return orNull(upTo(400, value), (id) => ({ id }));
  if (name === 'q') return orNull(upTo(100, value), (q) => ({ q }));
  if (name === 'sort') return orNull(among(IssueSort.enum, value), (sort) => ({ sort }));
  if (name === 'order') return orNull(among(directions, value), (order) => ({ order }));
  if (name === 'columns') return orNull(among(issueColumnGroups, value), (columns) => ({ columns }));
  return orNull(upTo(1000, value), (cursor) => ({ cursor }));
}

function among<Value extends string>(values: readonly Value[], value: string): Value | undefined {
  return values.find((known) => known === value);
}

function upTo(longest: number, value: string): string | undefined {
  return value.trim() !== '' && value.length <= longest ? value : undefined;
}

function orNull<Value, Read>(value: Value | undefined, read: (value: Value) => Read): Read | null {
  return value === undefined ? null : read(value);
}
