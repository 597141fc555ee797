import type { LotRow } from '../../contract/impact.ts';
import { isCannot } from '../../stats/cannot.ts';
import { FEW_TEAMS, isDealtAsked } from '../../stats/decision/verdict-rule.ts';
import { count, number } from '../../words/number.ts';
import type { Dealt } from './dealt.ts';
import { whyNot } from './percents.ts';

/** "starts dealt out by lot make as large a difference in 9 of 100 orders" */
export function lotWords({ p }: Pick<Dealt, 'p'>): string {
  return isCannot(p)
    ? `what starts dealt out by lot would make cannot be told: ${whyNot(p)}`
    : `starts dealt out by lot make as large a difference in ${ofOrders(p)}`;
}

/** "How sure are we": how often starts that fall to other teams make as large a difference. */
export function lotRow(name: string, dealt: Dealt): LotRow {
  const { p, teams, orders, isEvery, lot } = dealt;
  const how = isEvery
    ? `in each of the ${number(orders)} orders that there are`
    : `in ${number(orders - 1)} orders drawn anew`;
  const what =
    lot === null
      ? `The order was chosen, so this is a check and no proof: the starts are dealt out among the ${count(teams, 'team')}`
      : `The order was drawn by lot, and is drawn again among the ${count(lot, 'team')} of that lot`;
  const few = isDealtAsked(dealt, 0.05)
    ? ` With fewer than ${FEW_TEAMS} teams a change is told only where the real order does stand out.`
    : teams < FEW_TEAMS
      ? ' Among so few orders none can stand out, so that the range decides alone.'
      : '';
  const meaning = `${what}, ${how}. Without any effect the real order stands out among them only by chance.${few}`;
  if (isCannot(p)) return { name, meaning, p: null, sentence: `Cannot be told: ${whyNot(p)}.` };
  const exact = isEvery && lot !== null ? 'exact p' : 'p';
  return { name, meaning, p, sentence: `As large in ${ofOrders(p)} (${exact} = ${pWords(p)})` };
}

/** "9 of 100 orders", "3 of 1,000 orders" */
function ofOrders(p: number): string {
  const [share, of] = p < 0.0095 ? [1000 * p, 1000] : [100 * p, 100];
  return `${share < 1 ? 'fewer than 1' : `about ${number(Math.round(share))}`} of ${number(of)} orders`;
}

function pWords(p: number): string {
  return p < 0.001 ? 'less than 0.001' : String(Number(p.toPrecision(2)));
}
