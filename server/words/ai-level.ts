/** How AI took part, the strongest that applies. */
export type AiLevelName = 'agent' | 'assisted' | 'suggestion' | 'reviewed' | 'none';

/** Short, for tables, chips and lists of choices. "None seen" is not "no AI". */
export const aiLevelNames: Readonly<Record<AiLevelName, string>> = {
  agent: 'By an agent',
  assisted: 'Assisted',
  suggestion: 'Suggestion applied',
  reviewed: 'Reviewed by AI',
  none: 'None seen',
};
