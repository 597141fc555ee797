/** Fewest events on each side from which anything is said (MEASURES, Guardrails). */
export const FEWEST_EVENTS = 10;

/**
 * Of all guardrails together: where nothing has changed, the page says that something got worse, or better, one time in twenty. Stricter
 * than the tenth of STATISTICS (i), since a guardrail that cries wolf is soon switched off.
 */
export const FALSE_ALARMS = 0.05;
