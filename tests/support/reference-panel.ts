import { type Panel, panelOf } from '../../server/stats/panel/panel.ts';
import { column, referenceColumns } from './reference.ts';

/** A panel of the reference data; periods there count from 1, and a start of 0 is never. */
export function referencePanel(
  name: string,
  columns = { period: 'period', start: 'adopt_period' },
): { panel: Panel; unitLabels: number[]; periodLabels: number[] } {
  const data = referenceColumns(name);
  return panelOf({
    unit: column(data, 'team'),
    period: column(data, columns.period),
    start: column(data, columns.start),
    outcome: column(data, 'log_cycle_hours'),
  });
}
