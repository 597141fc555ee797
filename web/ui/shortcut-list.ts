import type { Shortcut } from './use-shortcuts.ts';

type KeyedPage = { readonly path: string; readonly name: string; readonly key: string };

/** The keys of every page: to each page under the same question, to the table and back, and to what can be filled in. */
export function shortcutList(
  pages: readonly KeyedPage[],
  go: (path: string) => void,
  turn: () => void,
): readonly Shortcut[] {
  return [
    ...pages.map(({ path, name, key }) => ({
      keys: `g ${key}`,
      does: `Go to ${name}`,
      run: () => go(path),
    })),
    { keys: 't', does: 'Turn charts into tables and back', run: turn },
    { keys: '/', does: 'Go to the search or the filters', run: toFirstField },
  ];
}

/** A search field where the page has one, else the first filter. */
function toFirstField(): void {
  const fields = ['input[type="search"]', 'search :is(select, button)'];
  for (const field of fields) {
    const found = document.querySelector<HTMLElement>(`main ${field}`);
    if (found === null) continue;
    found.focus();
    return;
  }
}
