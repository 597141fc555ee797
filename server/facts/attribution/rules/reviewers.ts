import { AI_REVIEWERS } from '../../../model/ai-reviewers.ts';
import type { ReviewerRule } from '../rule.ts';

export const REVIEWER_RULES: readonly ReviewerRule[] = AI_REVIEWERS.map(([signal, tool, logins, app]) => ({
  at: 'reviewer',
  signal,
  tool,
  strength: 'certain',
  logins,
  app: app !== undefined,
  source: 'read in public history',
  shows: logins.map((login) => `${login}[bot]`),
  unlike: [...logins.map((login) => `${login}-fan`), ...(app === undefined ? [] : [...logins])],
}));
