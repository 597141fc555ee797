const KEPT = /[.+^$()|[\]\\]/g;

/**
 * Whether a repository is meant by a pattern: `*` is any part of a name, `?` one character, `{one,other}` either. A pattern
 * with a slash is held against `owner/name`, any other against the name. GitHub's names know no upper and lower case.
 */
export function matches(pattern: string, nameWithOwner: string): boolean {
  const name = pattern.includes('/') ? nameWithOwner : nameWithOwner.slice(nameWithOwner.indexOf('/') + 1);
  return expressionOf(pattern).test(name);
}

function expressionOf(pattern: string): RegExp {
  const source = pattern
    .replace(KEPT, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]')
    .replace(/\{([^{}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`)
    // A brace without its partner stands for itself.
    .replace(/[{}]/g, '\\$&');
  return new RegExp(`^${source}$`, 'i');
}
