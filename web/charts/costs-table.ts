import type { GuardrailChange, Guardrails } from '../../server/contract/index.ts';
import { number } from '../../server/words/number.ts';
import type { LinkedTable } from './linked-table.ts';
import { guardrailAmount, rangeOf } from './prepare-costs.ts';

/** One row a measure: before, after, how they differ, and what that is called; beside it teams that have not started. */
export function costsTable(
  { guardrails, size }: Guardrails,
  hrefOf: (measure: GuardrailChange['measure']) => string,
): LinkedTable {
  const rows = [
    ...guardrails.flatMap(({ change, others }) => (change === null ? [] : [{ change, others }])),
    ...(size === null ? [] : [{ change: size, others: null }]),
  ];
  return {
    columns: [
      'Measure',
      'Before',
      'Since',
      'Events before, since',
      'Likely change',
      'Teams without a start',
      'Judged',
    ],
    rows: rows.map(({ change, others }) => [
      change.name,
      guardrailAmount(change.before.value, change.unit),
      guardrailAmount(change.after.value, change.unit),
      `${number(change.before.events)} of ${number(change.before.n)}, ${number(change.after.events)} of ${number(change.after.n)}`,
      rangeOf(change) || '–',
      others === null ? '–' : rangeOf(others) || '–',
      change.short,
    ]),
    links: rows.map(({ change }) => (change.after.n === 0 ? null : hrefOf(change.measure))),
  };
}

/** One row a guardrail that is only shown as it goes. */
export function levelsTable(
  { guardrails }: Guardrails,
  hrefOf: (measure: GuardrailChange['measure']) => string,
): LinkedTable {
  return {
    columns: ['Measure', 'What these weeks say', 'Rests on'],
    rows: guardrails.map(({ definition, finding, n }) => [definition.name, finding, number(n)]),
    links: guardrails.map(({ definition, n }) => (n === 0 ? null : hrefOf(definition.id))),
  };
}
