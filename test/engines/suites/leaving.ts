/** Ways in which a page goes away and comes back. */
import { strict as assert } from 'node:assert';
import type { Setting } from '../cases.js';
import { until } from '../driver.js';

export type Leaving = 'back button' | 'reload' | 'discarded tab' | 'back-forward cache';

const path = ({ tab }: Setting) => tab.evaluate(() => location.pathname);

export async function leaves(leaving: Leaving, setting: Setting): Promise<void> {
  const { tab, world } = setting;
  const isAt = async (wanted: string) =>
    until(
      async () => (await path(setting)) === wanted,
      () => `the page is ${wanted}`,
    );
  switch (leaving) {
    case 'reload':
      return;
    case 'back button':
    case 'back-forward cache':
      // A click on a link of the page, so that both pages are in the history as a person makes them.
      await tab.evaluate(() => void setTimeout(() => location.assign('/elsewhere')));
      return isAt('/elsewhere');
    case 'discarded tab':
      // The page ends, its tab and what the tab stores do not: what a browser leaves of a tab that it discards.
      await tab.goto('about:blank');
      assert.equal(await tab.evaluate(() => location.href), 'about:blank');
      await tab.goto(`${world.origin}/elsewhere`);
  }
}

/** `later`: how many milliseconds the person was away. */
export async function comesBack(leaving: Leaving, setting: Setting, later = 0): Promise<void> {
  const { tab, world } = setting;
  // Kept by the origin for the page to come: about:blank cannot, and so nothing stays there.
  await tab.evaluate(ahead => localStorage.setItem('aheadMs', String(ahead)), later);
  world.aheadMs += later;
  if (leaving === 'reload') await tab.reload();
  else if (leaving === 'discarded tab') await tab.goto(`${world.origin}/`);
  else await tab.back();
  await until(
    () =>
      tab.evaluate(
        () =>
          location.pathname === '/' &&
          document.readyState === 'complete' &&
          globalThis.probe.events.filter(event => event.startsWith('pageshow')).length > 0 &&
          document.querySelector('phone-sign-in')?.shadowRoot?.querySelector('h2, .done') != null,
      ),
    () => 'the page is back',
  );
  if (leaving !== 'back-forward cache') return;
  const isKept = await tab.evaluate(() => globalThis.probe.events.includes('pageshow true'));
  assert.equal(isKept, true, 'the page came out of the cache');
}
