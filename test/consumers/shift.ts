/** What moves by itself while a page appears, as the browser counts it. */
import type { Page } from 'playwright-core';

/** Holds scripts back until the page has been painted without them. */
export async function paintFirst(page: Page, scripts: string): Promise<void> {
  await page.route(scripts, async route => {
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    await route.continue();
  });
}

/** The layout shift so far; what people call good is at most 0.1. */
export function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(done => {
        new PerformanceObserver(list =>
          done(
            list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
          ),
        ).observe({ type: 'layout-shift', buffered: true });
        // Without any there is no call.
        requestAnimationFrame(() => requestAnimationFrame(() => done(0)));
      }),
  );
}
