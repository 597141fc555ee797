/** `PROJ-12`: two to ten capitals and digits, and a number without a zero in front; not the first half of `CVE-2024-1234`. */
const KEY = /(?<![A-Za-z0-9_])[A-Z][A-Z0-9_]{1,9}-[1-9]\d{0,6}(?![A-Za-z0-9_]|-\d)/g;
/** In branch names keys are often written small, `feature/proj-12-login`. */
const BRANCH_KEY = /(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]{1,9}-[1-9]\d{0,6}(?![A-Za-z0-9])/g;
/** Of each text so much is read; a pull request that names its issue further down names it elsewhere as well. */
const READ = 20_000;
/** Who names more is listing releases, not saying what it is about. */
const MOST = 20;

export type KeyTexts = {
  title: string;
  body: string;
  branch: string | null;
  messages: readonly string[];
};

/**
 * Whatever looks like an issue's key in the texts of a pull request, in capitals, each once, sorted. `UTF-8` and `SHA-256` look
 * so too: whether there is such a project or issue is for who knows them to say.
 */
export function issueKeysIn({ title, body, branch, messages }: KeyTexts): string[] {
  const keys = new Set<string>();
  for (const text of [title, body, ...messages]) {
    for (const [key] of text.slice(0, READ).matchAll(KEY)) keys.add(key);
  }
  for (const [key] of (branch ?? '').matchAll(BRANCH_KEY)) keys.add(key.toUpperCase());
  return [...keys].slice(0, MOST).sort();
}
