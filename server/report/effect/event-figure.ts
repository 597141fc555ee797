import type { EventStudy } from '../../contract/impact.ts';
import { isCannot } from '../../stats/cannot.ts';
import { count } from '../../words/number.ts';
import { aboutChange, rangeOf } from '../../words/percent-change.ts';
import { countsSentence } from './counts-words.ts';
import type { Effect } from './effect.ts';
import { PERIOD } from './frame.ts';
import { percentRange } from './percents.ts';

/** By periods since each team's own start, with the ones just before; null where nothing is compared. */
export function eventFigure(found: Effect): EventStudy | null {
  const { comparison } = found.primaries.time;
  if (comparison === null) return null;
  const leads = comparison.leads.leads.flatMap((estimate, index): EventStudy['points'] => {
    const percent = percentRange(estimate);
    if (percent === null) return [];
    const { value, low, high } = percent;
    const to = index * PERIOD + 1;
    const name = `${to + PERIOD - 1} to ${to} weeks before`;
    return [
      { period: -1 - index, side: 'lead', name, percent: value, low, high, teams: found.counts.started },
    ];
  });
  const after = comparison.events.flatMap(({ period, teams, estimate }): EventStudy['points'] => {
    const percent = percentRange(estimate);
    if (percent === null) return [];
    const from = period * PERIOD + 1;
    const name = `weeks ${from} to ${from + PERIOD - 1}`;
    return [
      { period, side: 'after', name, percent: percent.value, low: percent.low, high: percent.high, teams },
    ];
  });
  const lead = percentRange(comparison.lead);
  const differs = !isCannot(comparison.lead) && lead !== null && lead.low * lead.high > 0;
  const leadSaid =
    lead === null
      ? 'Whether these teams moved like the others before their starts is not known.'
      : differs
        ? `Before their starts these teams already moved differently: ${aboutChange(lead)}.`
        : `Before their starts these teams moved like the others (${rangeOf(lead)}).`;
  const points = [...leads.reverse(), ...after];
  return {
    finding: findingOf(after, differs),
    howToRead:
      'Weeks since each team’s own start, against what was expected; bars are 95 % ranges. Before the start they should lie around 0: else these teams were already moving differently.',
    description: `${leadSaid} Since the start: ${saidOf(after)}.`,
    coverage: countsSentence(found),
    n: found.counts.items,
    unknowable: null,
    about: {
      name: 'Weeks since the start',
      formula:
        'Imputation difference-in-differences (Borusyak, Jaravel and Spiess): team and period effects from what had not started, the rest is the effect; leads from a regression on what had not started. Jackknife over teams.',
      unit: 'percent',
      minimum: '2 teams in a period since the start',
      emptyMeans: 'Too few teams have been going for so long.',
      limits: [
        'Later periods rest on fewer teams: those that started early.',
        'The period of a start has the weeks from the start on alone.',
      ],
    },
    points,
    lead: leadSaid,
  };
}

/** Periods that are said one by one where the drawing is told in words: a year. */
const MOST_SAID = 13;

function saidOf(after: EventStudy['points']): string {
  const said = after
    .slice(0, MOST_SAID)
    .map(({ name, percent, low, high }) => `${name} ${aboutChange({ value: percent, low, high })}`);
  const more = after.length - said.length;
  return [...said, ...(more > 0 ? [`and ${count(more, 'more period')}, in the table`] : [])].join('; ');
}

function findingOf(after: EventStudy['points'], differs: boolean): string {
  if (differs) return 'These teams were already moving differently before they started';
  const clear = after.filter(({ low, high }) => low * high > 0);
  const [last] = after.slice(-1);
  if (last === undefined) return 'Nothing can be told yet of the weeks since the starts';
  if (clear.length === 0) return 'In no period since the starts is a change certain';
  const less = clear.filter(({ percent }) => percent < 0).length;
  const more = clear.length - less;
  const of = `of ${after.length} periods since the starts`;
  if (more === 0) return `Clearly less time in ${less} ${of}`;
  return less === 0
    ? `Clearly more time in ${more} ${of}`
    : `Clearly less time in ${less} ${of}, and clearly more in ${more}`;
}
