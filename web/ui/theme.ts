import { keep, kept } from './kept.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'uptake-theme';
const grounds = { light: '#ffffff', dark: '#0f1419' };

/** What was chosen in this browser; the system's own where nothing was, or where the browser keeps nothing for us. */
export function keptTheme(): Theme {
  const chosen = kept(key);
  return themes.find((theme) => theme === chosen) ?? 'system';
}

/** Shows the pages in a theme and keeps the choice for the next visit. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme);
  keep(key, theme === 'system' ? null : theme);
}

/** Style sheets read it from the document; the browser's own bar takes the colour of the page. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = grounds[theme === 'system' ? own : theme];
  }
}
