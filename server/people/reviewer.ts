import type { Account } from '../model/account.ts';
import { AI_REVIEWERS } from '../model/ai-reviewers.ts';
import { AGENT_LOGINS } from './agents.ts';
import { AUTOMATION } from './automation.ts';
import { isApp, isSameAccount, logins, plainLogin } from './login.ts';

/** Programs that review or comment, and open nothing: those of AI, unless their names are people's too, and others. */
const REVIEW_TOOLS: ReadonlySet<string> = new Set([
  ...AI_REVIEWERS.flatMap(([, , names, only]) => (only === undefined ? names : [])),
  ...logins(
    `claassistant cla-bot codacy-production codeclimate codecov-commenter codefactor-io coveralls deepsource-autofix
    facebook-github-bot gitguardian googlebot houndci-bot netlify semgrep-app socket-security sonarqubecloud vercel`,
  ),
]);

export type ReviewerKind = 'independent' | 'author' | 'owner' | 'bot';

/** `owner`: login of the person who asked an agent for the work; null where a person wrote it, or nobody knows. */
export type Reviewed = { author: Account | null; owner: string | null };

/**
 * Who a review or a comment comes from; null is a deleted account. The author comes first, so that an agent that answers
 * on its own pull request is no bot that responds to it.
 *
 * A deleted reviewer of a living author is somebody else, and most deleted accounts were people. Where the author is deleted
 * as well, both may have been one, and they are taken for one: a pull request that nobody else has reviewed must not pass as
 * reviewed, while a review that goes uncounted only makes the coverage smaller.
 */
export function reviewerOf(account: Account | null, { author, owner }: Reviewed): ReviewerKind {
  if (account === null) return author === null ? 'author' : 'independent';
  if (author !== null && isSameAccount(account, author)) return 'author';
  if (isProgram(account)) return 'bot';
  return owner !== null && plainLogin(account.login) === plainLogin(owner) ? 'owner' : 'independent';
}

/** A mannequin, which stands for somebody whose work was imported, is a person, unless its name says otherwise. */
function isProgram(account: Account): boolean {
  const login = plainLogin(account.login);
  return isApp(account) || [AGENT_LOGINS, AUTOMATION, REVIEW_TOOLS].some((list) => list.has(login));
}
