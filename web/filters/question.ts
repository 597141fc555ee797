import type { View as ViewType } from '../../server/contract/index.ts';
import { View, viewDefaults } from '../../server/contract/view.ts';
import { possibleDay } from './calendar-day.ts';

export type Show = 'chart' | 'table';

/** What the page shows, as its address holds it: the API's question in its shortest form, and the web's own `show`. */
export type Question = { readonly view: ViewType; readonly show: Show };

/** A question as it was read, with what was not understood: `window=9w`. */
export type ReadQuestion = Question & { readonly unknown: readonly string[] };

const shows = ['chart', 'table'] as const;
const { window, stat, by, hours, ai } = View.properties;

export const choices = {
  window: window.enum,
  stat: stat.enum,
  by: by.enum,
  hours: hours.enum,
  ai: ai.items.enum,
  show: shows,
};

/** Whether there is such a repository is for the page to see, once the server has said which there are. */
function possibleRepository(value: string): string | undefined {
  return value.length >= 1 && value.length <= 300 ? value : undefined;
}

function among<Value extends string>(values: readonly Value[], value: string): Value | undefined {
  return values.find((known) => known === value);
}

/** Whether it has left any mark is for the page to see. */
function possibleTool(value: string): string | undefined {
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(value) ? value : undefined;
}

/** Of a team or a rollout: whether there is one is for the page to see. */
function possibleId(value: string): string | undefined {
  return value.length >= 1 && value.length <= 64 ? value : undefined;
}

/** Leaves out what the server assumes anyway, so that one question has one address. */
function shortest(view: ViewType): ViewType {
  const ownWindow = view.from !== undefined || view.to !== undefined;
  return {
    ...(view.repo !== undefined && { repo: view.repo }),
    ...(view.team !== undefined && view.team.length > 0 && { team: [...new Set(view.team)].sort() }),
    ...(!ownWindow &&
      view.window !== undefined &&
      view.window !== viewDefaults.window && { window: view.window }),
    ...(view.from !== undefined && { from: view.from }),
    ...(view.to !== undefined && { to: view.to }),
    ...(view.stat !== undefined && view.stat !== viewDefaults.stat && { stat: view.stat }),
    ...(view.by !== undefined && view.by !== viewDefaults.by && { by: view.by }),
    ...(view.hours !== undefined && view.hours !== viewDefaults.hours && { hours: view.hours }),
    ...(view.ai !== undefined && view.ai.length > 0 && { ai: [...new Set(view.ai)].sort() }),
    ...(view.tool !== undefined && { tool: view.tool }),
    ...(view.rollout !== undefined && { rollout: view.rollout }),
    ...(view.since !== undefined && { since: view.since }),
  };
}

/**
 * Reads the question from an address's query string. What it does not know falls back to the default and is
 * returned as it stood (`window=9w`), so that the page can say so. Names of a page's `own` are left to the page.
 */
export function readQuestion(search: string, own: readonly string[] = []): ReadQuestion {
  let view: ViewType = {};
  let show: Show = 'chart';
  const unknown: string[] = [];
  for (const [name, value] of new URLSearchParams(search)) {
    if (own.includes(name)) continue;
    const read = readFilter(name, value);
    if (read === null) unknown.push(`${name}=${value}`);
    else if ('show' in read) show = read.show;
    else view = { ...view, ...read, ...bothOf(view, read) };
  }
  const { from, to, ...rest } = view;
  if (from !== undefined && to !== undefined && from > to) {
    view = rest;
    unknown.push(`from=${from}`, `to=${to}`);
  }
  return { view: shortest(view), show, unknown };
}

/** Several teams and levels stand in an address one by one. */
function bothOf(one: ViewType, other: ViewType): ViewType {
  if (one.team && other.team) return { team: [...one.team, ...other.team] };
  return one.ai && other.ai ? { ai: [...one.ai, ...other.ai] } : {};
}

function readFilter(name: string, value: string): ViewType | { show: Show } | null {
  if (name === 'repo') return orNull(possibleRepository(value), (known) => ({ repo: known }));
  if (name === 'team') return orNull(possibleId(value), (known) => ({ team: [known] }));
  if (name === 'window') return orNull(among(choices.window, value), (known) => ({ window: known }));
  if (name === 'from') return orNull(possibleDay(value), (known) => ({ from: known }));
  if (name === 'to') return orNull(possibleDay(value), (known) => ({ to: known }));
  if (name === 'stat') return orNull(among(choices.stat, value), (known) => ({ stat: known }));
  if (name === 'by') return orNull(among(choices.by, value), (known) => ({ by: known }));
  if (name === 'hours') return orNull(among(choices.hours, value), (known) => ({ hours: known }));
  if (name === 'ai') return orNull(among(choices.ai, value), (known) => ({ ai: [known] }));
  if (name === 'tool') return orNull(possibleTool(value), (known) => ({ tool: known }));
  if (name === 'rollout') return orNull(possibleId(value), (known) => ({ rollout: known }));
  if (name === 'since') return orNull(possibleDay(value), (known) => ({ since: known }));
  if (name === 'show') return orNull(among(choices.show, value), (known) => ({ show: known }));
  return null;
}

function orNull<Value, Read>(value: Value | undefined, read: (value: Value) => Read): Read | null {
  return value === undefined ? null : read(value);
}

/** The query string of a question with its question mark; empty when every default holds. */
export function writeQuestion({ view, show }: Question): string {
  const query = new URLSearchParams(
    Object.entries(shortest(view)).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  );
  if (show !== 'chart') query.set('show', show);
  return query.size === 0 ? '' : `?${query}`;
}
