import { AI_APPS } from '../../../model/ai-apps.ts';
import type { IdentityRule } from '../rule.ts';

const NOREPLY = 'users.noreply.github.com';

/** Reviewing apps' suggestions are strong only: the trailer is also typed by people who thank the reviewer. */
export const APP_RULES: readonly IdentityRule[] = AI_APPS.map(
  ({ signal, tool, login, number, product, reviews, alone, source }) => ({
    at: 'identity',
    signal,
    tool,
    ...(product === undefined ? {} : { product }),
    strength: reviews && signal.startsWith('rev-') ? 'strong' : 'certain',
    apps: [login],
    ...(alone ? { logins: [login] } : {}),
    author: 'authored',
    trailer: reviews ? 'suggestion' : 'assisted',
    source,
    shows: [
      `${login}[bot] <${number === undefined ? '' : `${number}+`}${login}[bot]@${NOREPLY}>`,
      `Any Name <41898282+${login}[bot]@${NOREPLY}>`,
    ],
    unlike: [`${login} <${login}@example.com>`, `Ada Example <12345+${login}-fan@${NOREPLY}>`],
  }),
);
