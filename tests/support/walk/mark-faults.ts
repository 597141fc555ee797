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
  for (const name of ['lanes', 'issue-statuses', 'issue-way']) {
    const lanes = of(name);
    if (!lanes) continue;
    const labels = [...lanes.querySelectorAll('[data-lane] a[data-part] text')].map((text) => text.textContent.match(amount)?.[0]);
    same(name, labels, rowsOf(lanes).map((row) => row[1]).filter((value) => amount.test(value)));
  }
  const scatter = of('scatter');
  if (scatter) same('scatter', [scatter.querySelectorAll('[class*="dots"] circle').length + ' dots'], [rowsOf(scatter).filter(([, day]) => day !== '').length + ' dots']);
  const ageing = of('ageing');
  for (const [place, panel] of (ageing ? [...ageing.querySelectorAll('[data-waiting]')] : []).entries()) {
    const counts = [...panel.querySelectorAll('[class*="count"]')].map((text) => text.textContent);
    const bands = rowsOf(ageing).filter((row) => row.at(-1) !== '');
    same('ageing ' + panel.dataset.waiting, counts, bands.map((row) => row[place + 1]));
  }
  const plain = (text) => text.replaceAll('\\u00a0', ' ');
  for (const figure of document.querySelectorAll('[data-section="delivery"] [data-figure]')) {
    const rows = rowsOf(figure).map((row) => row.map(plain)).filter(([, value]) => /\\d/.test(value) && !value.startsWith('too few'));
    const isPart = ([first]) => / from /.test(first);
    const labels = [...figure.querySelectorAll('[data-label]')].map((text) => plain(text.textContent).replace(/ (?:in all|before|since)$/, ''));
    if (figure.querySelector('[data-part="drawing"] svg')) {
      same(figure.dataset.figure, labels, rows.filter(isPart).map((row) => row[1]));
      const dots = figure.querySelectorAll('circle').length;
      const points = rows.filter((row) => !isPart(row)).length;
      if (dots > 0) same(figure.dataset.figure, [dots + ' dots'], [points + ' dots']);
    }
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
