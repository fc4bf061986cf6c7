/** axe finds nothing, in any screen or error, in four languages, light and dark. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Case, Setting } from '../cases.js';
import { withPasswords } from './later-views.js';
import { lookAtAll } from './views.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(
    context: Element,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

export const axeCases: readonly Case[] = ['en', 'de', 'th', 'ar'].flatMap(locale =>
  (['light', 'dark'] as const).map(scheme => ({
    group: 'axe',
    name: `axe finds nothing in any screen or error, ${locale}, ${scheme}`,
    limitMs: 180_000,
    server: withPasswords,
    without: ({ name }) => (name === 'chromium' ? undefined : 'what axe reads is the same in all engines'),
    run: (setting: Setting) => lookWithAxe(setting, locale, scheme),
  })),
);

async function lookWithAxe(setting: Setting, locale: string, scheme: 'light' | 'dark'): Promise<void> {
  const { tab } = setting;
  const seen: string[] = [];
  const look = async (view: string) => {
    seen.push(view);
    await tab.evaluate(
      // Each page is loaded anew, and with it axe.
      (source, scheme) => {
        document.documentElement.style.colorScheme = scheme;
        document.body.style.background = scheme === 'dark' ? '#0b0d12' : '#fff';
        if (!('axe' in globalThis)) (0, eval)(source);
      },
      axeSource,
      scheme,
    );
    const violations = await tab.evaluate(async () => {
      // What is on its way to another colour, or still coming up, is not what is read. A spinner has no end.
      for (const animation of globalThis.probe.all('*').flatMap(element => element.getAnimations()))
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
      const { axe } = globalThis as unknown as { axe: Axe };
      const options = { resultTypes: ['violations'], rules: { region: { enabled: false } } };
      const { violations } = await axe.run(document.querySelector('phone-sign-in')!, options);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
    assert.deepEqual(violations, [], view);
  };
  await lookAtAll(setting, look, `locale="${locale}"`);
  assert.ok(seen.length >= 35, `${seen.length} views`);
}
