import { type QueryClient, replaceEqualDeep } from '@tanstack/react-query';

/** The call that each answer was given to, so that whatever a page shows can be asked for again: to share it. */
const paths = new WeakMap<object, string>();

export function rememberPath(answer: unknown, path: string): void {
  if (isObject(answer)) paths.set(answer, path);
}

/**
 * Keeps of an answer what is as it was, so that nothing is drawn anew for its sake. Its call is still known, also of one that the
 * page has put together from the answer before: one question makes one call.
 */
export function keptWhereEqual(before: unknown, fresh: unknown): unknown {
  const merged = replaceEqualDeep(before, fresh);
  const [old, told] = [partsOf(before), partsOf(fresh)];
  for (const [index, part] of partsOf(merged).entries()) {
    const path = pathOf(told[index]) ?? pathOf(old[index]);
    if (path !== undefined) paths.set(part, path);
  }
  return merged;
}

function pathOf(part: object | undefined): string | undefined {
  return part === undefined ? undefined : paths.get(part);
}

/** The calls whose answers are in view: those of every question that something on the page has asked and still shows. */
export function pathsInView(client: QueryClient): string[] {
  const shown = client.getQueryCache().findAll({ type: 'active' });
  return shown.flatMap(({ state }) => partsOf(state.data).flatMap((part) => paths.get(part) ?? []));
}

/** An answer is one part; of a list that is fetched page by page each page is. */
function partsOf(data: unknown): readonly object[] {
  if (!isObject(data)) return [];
  if (paths.has(data)) return [data];
  const pages: unknown = Reflect.get(data, 'pages');
  return Array.isArray(pages) ? pages.filter(isObject) : [data];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
