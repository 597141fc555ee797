import type { Page } from 'playwright-core';
import { undrawn } from '../visit.ts';

/** Everything that was asked for is there, drawn or said to be missing; also on a page that has no figure. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main :is(h1, h2)').first().waitFor();
  for (const pending of ['[data-skeleton]', 'main [aria-busy="true"]', ...undrawn]) {
    await page.locator(pending).first().waitFor({ state: 'detached' });
  }
}
