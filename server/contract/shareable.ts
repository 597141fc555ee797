import { noteRoutes, routes } from './routes.ts';

/** Streams and descriptions of the API are no numbers of a page. What people edit is nobody's question, so it is not here at all. */
const never: readonly string[] = [routes.importEvents, routes.openapi];
const all = [...Object.values(routes), noteRoutes.notes].filter((route) => !never.includes(route));
const files = all.filter((route) => route.endsWith('/csv'));
const answers = all.filter((route) => !files.includes(route));

/** Whether the answer to a call may be kept as part of a page. */
export function mayBeShared(call: string): boolean {
  return answers.some((route) => fits(route, pathOf(call)));
}

/** The same answer as a file; null: there is none of it. */
export function fileOf(call: string): string | null {
  const path = `${pathOf(call)}/csv`;
  return files.some((route) => fits(route, path)) ? call.replace(/^[^?]*/, path) : null;
}

/** Empty for what a server would take for another path. */
function pathOf(call: string): string {
  const path = call.split(/[?#]/, 1)[0] ?? '';
  const base = 'http://localhost';
  const plain = URL.canParse(call, base) && new URL(call, base).href.startsWith(`${base}${path}`);
  return plain ? path : '';
}

function fits(route: string, path: string): boolean {
  const [wanted, parts] = [route.split('/'), path.split('/')];
  const same = (part: string, index: number) =>
    part.startsWith(':') ? parts[index] !== '' : part === parts[index];
  return wanted.length === parts.length && wanted.every(same);
}
