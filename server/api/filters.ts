import { parse } from 'node:querystring';
import { View } from '../contract/view.ts';

/** Filters that may be given several times. */
const LISTS = Object.entries(View.properties).flatMap(([name, schema]) => ('items' in schema ? [name] : []));

/** The filters of an address: those that may be given several times are lists, also where one is given. */
export function filtersOf(query: string): Record<string, unknown> {
  const filters: Record<string, unknown> = { ...parse(query) };
  for (const name of LISTS) if (typeof filters[name] === 'string') filters[name] = [filters[name]];
  return filters;
}
