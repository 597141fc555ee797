import type { Metric } from '../metrics/definition.ts';
import { inSentence } from '../words/in-sentence.ts';
import type { Warning } from './warnings.ts';

const OF_ALL: ReadonlySet<Metric['definition']['id']> = new Set(['ai-marked-share', 'ai-line-share']);

/** Whether a filter by AI involvement means anything to a measure: what is open may yet be marked, and the share of what is marked is of all work. */
export function isParted(metric: Metric): boolean {
  return metric.of !== 'open' && !OF_ALL.has(metric.definition.id);
}

/** Of lists and figures of what is open now, whatever they are measured by. */
export const NOT_TO_OPEN_WORK: Warning = {
  code: 'ai-not-applied',
  message: 'The filter by AI involvement does not apply to open work: it may yet be marked.',
};

/** Said where such a filter is on and changes nothing. */
export function notApplied({ definition, of }: Metric): Warning {
  const why =
    definition.items === 'issues'
      ? 'issues carry no such marks'
      : of === 'open'
        ? 'what is open may yet be marked'
        : 'it is a share of all work';
  return {
    code: 'ai-not-applied',
    message: `The filter by AI involvement does not apply to ${inSentence(definition.name)}: ${why}.`,
  };
}
