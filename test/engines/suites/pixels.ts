/** Readable in pictures: what is painted is judged, and not what the style sheets say. */
import { strict as assert } from 'node:assert';
import { needs, type Case, type Setting } from '../cases.js';
import { until, type Media } from '../driver.js';
import { installPictureTools, type Picture } from '../in-picture.js';
import { parts } from '../person.js';
import { widgetPage } from '../world.js';
import { withPasswords } from './later-views.js';
import { lookAtAll } from './views.js';

const scale = 2;

const schemes: Readonly<Record<string, Media>> = {
  light: {},
  dark: { dark: true },
  'forced colours, light': { forcedColors: true },
  'forced colours, dark': { forcedColors: true, dark: true },
  'more contrast': { moreContrast: true },
};

/** View → what can have the focus there, and where its ring is. */
const focusable: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  possible: { 'input[type=tel]': '.box', '.country': '.country', '.submit': '.submit' },
  countries: { '.search input': '.search', '.close': '.close' },
  code: {
    'input[autocomplete=one-time-code]': '.slot',
    '.edit': '.edit',
    '.submit': '.submit',
    'button[part=button]': 'button[part=button]',
  },
  password: {
    '#password': '.box',
    '.reveal': '.reveal',
    '.submit': '.submit',
    '.aside .link': '.aside .link',
  },
};

/** View → what is told from what is around it by its edge. */
const edged: Readonly<Record<string, string>> = {
  number: '.box',
  missing: '.box',
  code: '.slot',
  'two digits': '.slot',
  code_invalid: '.slot',
  'new-password': '.box',
  credentials_invalid: '.box',
};

/** Errors that differ from others by their words alone. */
const alike =
  /^(phone_blocked|captcha_required|unauthenticated|delivery_failed|misconfigured|account_\w+|signup_disabled)$/;

/** Views in which "Continue" can do nothing yet, or nothing more. */
const quiet = ['two digits', 'too early', 'too_many_attempts'];

const without = needs('emulate', 'what is looked at needs settings that WebDriver cannot emulate');

export const pixelCases: readonly Case[] = [
  ...Object.entries(schemes).map(([name, media]) => ({
    group: 'pictures',
    name: `in a picture of every view all words, signs, edges and rings are there: ${name}`,
    limitMs: 120_000,
    server: withPasswords,
    without,
    run: (setting: Setting) => lookAtPictures(setting, media),
  })),
  {
    group: 'pictures',
    name: 'with text of 200 % the caret and the last four digits are seen at 320, 390 and 768 px',
    without,
    run: lookAtLargeText,
  },
];

/** In the page: what is there, the boxes of an open list among it. */
const sceneOf = () =>
  globalThis.probe
    .all('*')
    .map(element =>
      element.matches('.spinner') ? '' : `${element.className} ${element.getBoundingClientRect().top}`,
    )
    .join() + globalThis.probe.text().replace(/\d/g, '');

async function takePicture({ tab }: Setting): Promise<Picture> {
  let png = '';
  await tab.evaluate(source => {
    // Each page is loaded anew, and with it the tools.
    if (!('picture' in globalThis)) (0, eval)(source);
    // What is on its way to another colour is not what is read.
    for (const animation of globalThis.probe.all('*').flatMap(element => element.getAnimations()))
      if (animation instanceof CSSTransition) animation.finish();
  }, `(${installPictureTools.toString()})()`);
  // What is drawn meanwhile would not stand where it is looked for.
  await until(
    async () => {
      const before = await tab.evaluate(sceneOf);
      png = (await tab.screenshot()).toString('base64');
      return (await tab.evaluate(sceneOf)) === before;
    },
    () => 'nothing moves',
  );
  return { png, scale };
}

async function lookAtPictures(setting: Setting, media: Media): Promise<void> {
  const { tab } = setting;
  const hasOwnColors = !media.forcedColors && !media.moreContrast;
  await tab.resize(488, 620, scale);
  await tab.emulate({ ...media, reducedMotion: true });
  const take = () => takePicture(setting);
  const edgeOf = (picture: Picture, selector: string) =>
    tab.evaluate((picture, selector) => globalThis.picture.edge(picture, selector), picture, selector);
  const ringOf = (now: Picture, before: Picture, selector: string) =>
    tab.evaluate(
      (now, before, selector) => globalThis.picture.ring(now, before, selector),
      now,
      before,
      selector,
    );
  /** Focuses it as a keyboard does, and nothing where there is no selector. */
  const focus = (selector = '') =>
    tab.evaluate(selector => {
      const element = selector ? globalThis.probe.find(selector) : globalThis.probe.focused();
      if (!(element instanceof HTMLElement)) return;
      if (selector) element.focus({ focusVisible: true });
      else element.blur();
    }, selector);

  let [bright, dim] = ['', ''];
  const look = async (view: string) => {
    if (alike.test(view)) return;
    const picture = await take();
    const found = await tab.evaluate(picture => globalThis.picture.unreadable(picture), picture);
    assert.deepEqual(found, [], view);
    const plate = () => tab.evaluate(picture => globalThis.picture.plateOf(picture, '.submit'), picture);
    if (view === 'possible') bright = await plate();
    if (view === 'code') dim = await plate();
    if (quiet.includes(view)) assert.equal(await plate(), dim, `${view}: the button is bright`);
    assert.ok(!dim || dim !== bright, 'a button that can do nothing looks like one that can');
    const edge = edged[view];
    if (edge) {
      const ratio = await edgeOf(picture, edge);
      assert.ok(ratio >= 3, `${view}: the edge of ${edge} is ${ratio.toFixed(2)}:1`);
    }
    const rings = Object.entries(focusable[view] ?? {});
    if (!rings.length) return;
    await focus();
    const blurred = await take();
    if (view === 'countries' && !hasOwnColors)
      assert.ok((await edgeOf(blurred, '.search')) >= 3, 'the search has an edge');
    for (const [selector, place] of rings) {
      await focus(selector);
      const width = await ringOf(await take(), blurred, place);
      assert.ok(width >= 0.8, `${view}: ${selector} has a ring of ${width.toFixed(2)} px`);
    }
    await focus(rings[0]![0]);
    if (view !== 'countries') return;
    const before = await take();
    await tab.press('ArrowDown');
    const width = await ringOf(await take(), before, '.option.active');
    assert.ok(width >= 0.05, `the active country: ${width.toFixed(2)} px of its edge`);
  };
  await lookAtAll(setting, look, 'color-scheme="auto"');
}

async function lookAtLargeText(setting: Setting): Promise<void> {
  const { world, tab, person } = setting;
  const unseen = async () => {
    const picture = await takePicture(setting);
    return tab.evaluate(
      (picture, selector) => globalThis.picture.unseen(picture, selector, 4),
      picture,
      parts.number,
    );
  };
  for (const width of [320, 390, 768]) {
    for (const [country, number] of [
      ['GB', '7400123456'],
      // Who asks twice within a minute for one number is told to wait.
      ['UZ', `90123${String(width).padStart(4, '0')}`],
    ] as const) {
      const where = `${country}, ${width} px`;
      const body = widgetPage(`endpoint="/api/phone" default-country="${country}"`);
      world.pages.set('/', {
        body: body
          .replace('default-country="GB" ', '')
          .replace('<html', '<html style="font-size: 200%"')
          .replace('<body', '<body style="margin: 16px; font-family: system-ui"'),
      });
      await tab.resize(width, 1300, scale);
      await person.visit();
      // It takes a line of its own when it comes.
      await until(
        () => tab.evaluate(() => !!globalThis.probe.find('button.country')),
        () => 'the country is there',
      );
      await person.enterNumber(number);
      assert.deepEqual(await unseen(), [], where);
    }
    await person.press('Enter');
    await person.reaches('code');
    await person.focus('code');
    await person.type('1234');
    const picture = await takePicture(setting);
    const found = await tab.evaluate(picture => globalThis.picture.unreadable(picture), picture);
    assert.deepEqual(found, [], `the code, ${width} px`);
    await tab.evaluate(() => sessionStorage.clear());
  }
}
