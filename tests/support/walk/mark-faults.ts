import type { Page } from 'playwright-core';
import { answersFor, contractFaults } from '../figure-contract.ts';
import { figuresOf } from '../seen-figure.ts';

/** Figures of a shape of their own: what is drawn, mark by mark, against what their table says. */
const look = `(() => {
  const faults = [];
  const of = (name) => document.querySelector('[data-figure="' + name + '"]');
  const rowsOf = (figure) => [...figure.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
  const same = (name, drawn, owed) => {
    if (drawn.join('|') !== owed.join('|')) faults.push(name + ': drawn ' + drawn.join(', ') + '; in the table ' + owed.join(', '));
  };
  const amount = /^(?:under a minute|[\\d.,]+ (?:working )?\\w+)/;
  const lanes = of('lanes');
  if (lanes) {
    const labels = [...lanes.querySelectorAll('[data-lane] a[data-part] text')].map((text) => text.textContent.match(amount)?.[0]);
    same('lanes', labels, rowsOf(lanes).map((row) => row[1]).filter((value) => amount.test(value)));
  }
  const scatter = of('scatter');
  if (scatter) same('scatter', [scatter.querySelectorAll('[class*="dots"] circle').length + ' dots'], [rowsOf(scatter).filter(([, day]) => day !== '').length + ' dots']);
  const ageing = of('ageing');
  for (const [place, panel] of (ageing ? [...ageing.querySelectorAll('[data-waiting]')] : []).entries()) {
    const counts = [...panel.querySelectorAll('[class*="count"]')].map((text) => text.textContent);
    const bands = rowsOf(ageing).filter((row) => row.at(-1) !== '');
    same('ageing ' + panel.dataset.waiting, counts, bands.map((row) => row[place + 1]));
  }
  return faults;
})()`;

/** What is drawn otherwise than the table and the API's answer say. */
export async function markFaults(page: Page): Promise<string[]> {
  const measures = await figuresOf(page);
  const names = measures.map(({ name }) => name);
  const known = measures.length === 0 ? [] : contractFaults(measures, await answersFor(page, names));
  return [...known, ...(await page.evaluate<string[]>(look))];
}
