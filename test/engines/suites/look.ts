/** What the files that go through the views share. */
import type { Setting } from '../cases.js';
import { until } from '../driver.js';
import { widgetPage } from '../world.js';

/** Called in each view, with its name. */
export type Look = (view: string) => Promise<void>;

const legal = '<p slot="legal">By continuing you agree to the <a href="/elsewhere">terms</a>.</p>';

/** `attributes`: of the widget. */
export const setPage = ({ world }: Setting, attributes: string): void =>
  void world.pages.set('/', { ...world.pages.get('/'), body: widgetPage(attributes, legal) });

/** Does something, and waits for the error that comes of it. */
export async function fails({ person }: Setting, code: string, act: () => Promise<void>): Promise<void> {
  await act();
  await until(
    async () => (await person.state()).error === code,
    () => `the error ${code}`,
  );
}
