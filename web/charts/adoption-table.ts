import type { AdoptionFigure } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { inSentence } from '../../server/words/in-sentence.ts';

/** Rows of bars in the words of the figure; of lines one row a week, one column a line and basis. */
export function adoptionTable({ bars, lines, bases, weeks }: AdoptionFigure) {
  if (lines.length === 0) {
    return {
      columns: ['What', 'Of', 'Value', 'Likely range'],
      rows: bars.flatMap(({ title, unit, rows }) =>
        rows.map(({ name, label, low, high }) => [
          title,
          name,
          label,
          low === null || high === null || unit === 'people' ? '' : range(low, high, unit),
        ]),
      ),
    };
  }
  const besides = lines.some(({ beside }) => beside !== null);
  const columns = lines.flatMap(({ name }) =>
    besides ? bases.map((basis) => `${name}: ${inSentence(basis)}`) : [name],
  );
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : amount(value, 'share');
  return {
    columns: ['Weeks from', ...columns],
    rows: weeks.map((week, place) => [
      calendarDate(week),
      ...lines.flatMap(({ values, beside }) =>
        besides ? [share(values[place]), share(beside?.[place])] : [share(values[place])],
      ),
    ]),
  };
}

function range(low: number, high: number, unit: 'share' | 'points' | 'hours'): string {
  if (unit === 'share') return `${amount(low, 'share')} to ${amount(high, 'share')}`;
  return unit === 'hours'
    ? `${amount(low, 'hours')} to ${amount(high, 'hours')}`
    : `${Math.round(low)} to ${Math.round(high)} points`;
}
