import type { Rule } from './rule.ts';
import { AGENT_RULES } from './rules/agents.ts';
import { APP_RULES } from './rules/apps.ts';
import { COPILOT_RULES } from './rules/copilot.ts';
import { LINE_RULES } from './rules/lines.ts';
import { OTHER_AGENT_RULES } from './rules/other-agents.ts';
import { REVIEWER_RULES } from './rules/reviewers.ts';
import { SMALL_AGENT_RULES } from './rules/small-agents.ts';
import { BRANCH_RULES, TEXT_RULES, TITLE_RULES } from './rules/texts.ts';
import { TRAILER_RULES } from './rules/trailers.ts';

/**
 * Of all that decides: the rules, the names of tools and how texts are read. Whoever changes any of it raises this, so that
 * history is scored again and the day is noted on the charts.
 */
export const RULES_VERSION = '2';

/** Marks that AI tools leave behind. All of it is text that anyone can type. */
export const RULES: readonly Rule[] = [
  ...AGENT_RULES,
  ...COPILOT_RULES,
  ...OTHER_AGENT_RULES,
  ...SMALL_AGENT_RULES,
  ...APP_RULES,
  ...LINE_RULES,
  ...TRAILER_RULES,
  ...TEXT_RULES,
  ...TITLE_RULES,
  ...BRANCH_RULES,
  ...REVIEWER_RULES,
];

/** Tools that carry or accompany another, which is named before them. */
export const WRAPPERS: ReadonlySet<string> = new Set(['happy', 'nori', 'sageox', 'twill']);
