/** The list of countries by keyboard: the combobox of the ARIA Authoring Practices. */
import { strict as assert } from 'node:assert';
import type { Case, Setting } from '../cases.js';
import { until, type Key } from '../driver.js';

const list = ({ tab }: Setting) =>
  tab.evaluate(() => {
    const search = globalThis.probe.find('[role=combobox]');
    const root = search?.getRootNode() as ShadowRoot | undefined;
    const id = search?.getAttribute('aria-activedescendant') ?? '';
    const active = id ? root?.getElementById(id) : undefined;
    const options = root?.querySelector(`#${search?.getAttribute('aria-controls')}`);
    const box = active?.getBoundingClientRect();
    const frame = options?.getBoundingClientRect();
    return {
      isOpen: search !== undefined,
      hasFocus: search !== undefined && globalThis.probe.focused() === search,
      button: globalThis.probe.find('button.country')?.getAttribute('aria-expanded'),
      expanded: search?.getAttribute('aria-expanded'),
      controls: options?.getAttribute('role'),
      position: Number(active?.getAttribute('aria-posinset') ?? 0),
      count: Number(active?.getAttribute('aria-setsize') ?? 0),
      role: active?.getAttribute('role'),
      selected: root?.querySelector('[aria-selected=true]')?.id,
      isMarked: active?.matches('.active') ?? false,
      /** Pixels of the active option above or below the list's frame. */
      hidden: box && frame ? Math.max(box.bottom - frame.bottom, frame.top - box.top, 0) : Infinity,
    };
  });

async function opens(setting: Setting, key?: 'Enter'): Promise<void> {
  if (key) {
    await setting.person.focus('country');
    await setting.person.press(key);
  } else await setting.person.click('country');
  await until(
    async () => (await list(setting)).hasFocus,
    () => 'the search has the focus',
    3000,
  );
}

/** Presses a key and waits until another option is the active one. */
async function goes(setting: Setting, key: Key, to: number, mayHide = 10): Promise<void> {
  await setting.person.press(key);
  let seen: unknown;
  await until(
    async () => {
      const { position, role, isMarked, hidden } = await list(setting);
      seen = { position, role, isMarked, hidden };

      return position === to && role === 'option' && isMarked && hidden <= mayHide;
    },
    () => `${key} leads to ${to}, in sight; it is ${JSON.stringify(seen)}`,
    3000,
  );
}

/** Holds the list back until what it answers is called. */
function holdList({ world, files }: Setting): () => void {
  let release = () => {};
  const after = new Promise<void>(come => (release = come));
  const [path, body] = [...files].find(([name]) => name.endsWith('on-open.js'))!;
  world.pages.set(`/cdn/${path}`, { body, type: 'text/javascript', after });
  return release;
}

const isPlaceShown = ({ tab }: Setting) =>
  tab.evaluate(() => globalThis.probe.find('.coming')?.matches(':popover-open') ?? false);

export const pickerCases: readonly Case[] = [
  {
    group: 'picker',
    name: "the picker's place is shown until its list comes, which Escape gives up",
    async run(setting) {
      const { person } = setting;
      const release = holdList(setting);
      await person.visit();
      const shows = async () => {
        await person.click('country');
        await until(
          () => isPlaceShown(setting),
          () => 'the place is shown',
          3000,
        );
      };
      await shows();
      await person.press('Escape');
      await until(
        async () => !(await isPlaceShown(setting)),
        () => 'the place has gone',
        3000,
      );
      await shows();
      release();
      await until(
        async () => (await list(setting)).hasFocus,
        () => 'the list comes, and its search has the focus',
        3000,
      );
      assert.equal(await isPlaceShown(setting), false);
    },
  },
  {
    group: 'picker',
    name: "the picker's roles, and arrows that go round",
    async run(setting) {
      await setting.person.visit();
      await opens(setting, 'Enter');
      const { button, expanded, controls, position, count, selected } = await list(setting);
      assert.deepEqual(
        { button, expanded, controls, selected },
        { button: 'true', expanded: 'true', controls: 'listbox', selected: 'country-GB' },
      );
      assert.ok(count > 200 && position === 1);
      await goes(setting, 'ArrowDown', position + 1);
      await goes(setting, 'ArrowUp', position);
      await setting.person.type('united');
      await until(
        async () => (await list(setting)).position === 1,
        () => 'the search begins at its best',
      );
      const found = (await list(setting)).count;
      await goes(setting, 'ArrowUp', found);
      await goes(setting, 'ArrowDown', 1);
    },
  },
  {
    group: 'picker',
    name: "the picker's pages stop at the ends",
    async run(setting) {
      await setting.person.visit();
      await opens(setting);
      const { position, count } = await list(setting);
      await goes(setting, 'PageDown', position + 7);
      await goes(setting, 'PageUp', position);
      await setting.person.press('PageUp');
      assert.equal((await list(setting)).position, 1);
      for (let at = position; at < count; at = Math.min(at + 7, count))
        await goes(setting, 'PageDown', Math.min(at + 7, count));
      await setting.person.press('PageDown');
      assert.equal((await list(setting)).position, count);
    },
  },
  {
    group: 'picker',
    name: "the picker's active option is wholly in sight",
    async run(setting) {
      await setting.person.visit();
      await opens(setting);
      const { position, count } = await list(setting);
      for (let at = position; at < count; at = Math.min(at + 7, count))
        // Engines round heights to a 64th of a pixel, and there are 245 rows.
        await goes(setting, 'PageDown', Math.min(at + 7, count), 1.5);
    },
  },
  {
    group: 'picker',
    name: 'the picker chooses with Enter, and closes with Escape, Tab and a click beside it',
    async run(setting) {
      const { tab, person } = setting;
      await person.visit();
      const isClosed = async (focus: string) => {
        await until(
          async () => !(await list(setting)).isOpen,
          () => 'the list is closed',
          3000,
        );
        let on = '';
        await until(
          async () =>
            (on = await tab.evaluate(() => {
              const { className, localName } = globalThis.probe.focused()!;
              return className || localName;
            })) === focus,
          () => `the focus is on ${focus}; it is on ${on}`,
          3000,
        );
        assert.equal((await list(setting)).button, 'false');
      };
      await opens(setting);
      await person.press('Escape');
      await isClosed('country');
      await opens(setting);
      await tab.press('Tab');
      await isClosed('input');
      if (setting.engine.can('Shift+Tab')) {
        await opens(setting);
        await tab.press('Tab', 'Shift');
        await isClosed('country');
      }
      await opens(setting);
      await tab.click(5, 5);
      await until(
        async () => !(await list(setting)).isOpen,
        () => 'a click beside it closes the list',
        3000,
      );
      await opens(setting);
      await person.type('france');
      await person.press('Enter');
      await isClosed('input');
      assert.match(
        await tab.evaluate(() => globalThis.probe.find('button.country')!.getAttribute('aria-label') ?? ''),
        /\+33/,
      );
    },
  },
  {
    group: 'picker',
    name: 'the picker says how many it found, and that it found none',
    async run(setting) {
      const { person } = setting;
      await person.visit();
      await opens(setting);
      await person.type('germany');
      await person.hears('Countries found: 1');
      await person.type('zzz');
      await person.hears('No country found.');
    },
  },
];
