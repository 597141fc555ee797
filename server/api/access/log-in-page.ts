import { createHash } from 'node:crypto';
import { accessRoutes } from '../../contract/routes.ts';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 Inter, system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center;
  background: light-dark(#ffffff, #0f1419); color: light-dark(#14181f, #e8ecf1); }
main { width: min(22rem, calc(100vw - 3rem)); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.25rem; }
p { margin: 0 0 1.5rem; color: light-dark(#4b5563, #b3bdc9); }
label { display: block; font-weight: 600; margin-bottom: 0.375rem; }
input, button { box-sizing: border-box; width: 100%; font: inherit; padding: 0.625rem 0.75rem; border-radius: 6px; }
input { border: 1px solid light-dark(#6b7280, #9aa4b2); background: transparent; color: inherit; }
button { margin-top: 1rem; border: 0; background: light-dark(#0063b1, #5ab0ff); color: light-dark(#ffffff, #0f1419); font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid light-dark(#0063b1, #5ab0ff); outline-offset: 2px; }
.wrong { color: light-dark(#b54708, #f5a524); font-weight: 600; margin: 0.5rem 0 0; }
`;

/** Styles of this very text, and nothing else. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The page that asks for the password.
 * @param wrong what was wrong with the last one; null: none was given
 * @param next where it leads to, a path of ours
 */
export function logInPage(wrong: string | null, next: string): string {
  const fault = wrong === null ? '' : `<p class="wrong" id="wrong" role="alert">${escaped(wrong)}</p>`;
  const described = wrong === null ? '' : ' aria-invalid="true" aria-describedby="wrong"';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Log in · Uptake</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Uptake</h1>
<p>Whether an AI rollout has changed how teams deliver.</p>
<form method="post" action="${accessRoutes.logIn}">
<input type="hidden" name="next" value="${escaped(next)}">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required autofocus${described}>
${fault}
<button type="submit">Log in</button>
</form>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
