import type { Page } from 'playwright-core';
import { undrawn, unfolded } from '../visit.ts';

/** Everything that was asked for is there, drawn or said to be missing, also in the parts that rest; also on a page that has no figure. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main :is(h1, h2)').first().waitFor();
  await gone(page, ['[data-skeleton]', 'main [aria-busy="true"]']);
  await unfolded(page);
  await gone(page, undrawn);
}

async function gone(page: Page, pending: readonly string[]): Promise<void> {
  for (const one of pending) await page.locator(one).first().waitFor({ state: 'detached' });
}
