/** What can be measured of the look: targets, widths, borders, motion, forced colours; and that pasting is let be. */
import { strict as assert } from 'node:assert';
import { needs, type Case, type Setting } from '../cases.js';
import { until } from '../driver.js';
import { widgetPage } from '../world.js';
import { withPasswords } from './later-views.js';
import { lookAtAll } from './views.js';
import { stepCalled } from './steps.js';

const inChromium: Case['without'] = needs(
  'emulate',
  'what is measured needs settings that WebDriver cannot emulate',
);

/** Too wide for the window: the page itself, or anything that is cut off. */
const tooWide = ({ tab }: Setting) =>
  tab.evaluate(() => {
    const isOut = (element: Element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -0.5 || right > document.documentElement.clientWidth + 0.5);
    };
    const found = globalThis.probe
      .all('phone-sign-in, button, input, label, h2, .message, .slot, .number, [role=option]')
      .filter(element => element.checkVisibility() && !element.closest('.over, .visually-hidden'))
      .filter(isOut)
      .map(element => `${element.localName}.${element.className}`);
    const { scrollWidth, clientWidth } = document.documentElement;
    return [...found, ...(scrollWidth > clientWidth ? [`the page: ${scrollWidth}`] : [])];
  });

const colorTools = `
const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const light = color => {
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
globalThis.contrast = (a, b) => {
  const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};`;

export const lookCases: readonly Case[] = [
  {
    group: 'targets',
    name: 'targets are at least 24 px high and wide, in every view',
    limitMs: 120_000,
    server: withPasswords,
    async run(setting) {
      await lookAtAll(setting, async view => {
        const small = await setting.tab.evaluate(() =>
          globalThis.probe
            .all('button, input:not([type=hidden]), [role=option]')
            .filter(element => element.checkVisibility())
            .map(element => ({ element, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
            .map(
              ({ element, box }) => `${element.localName}.${element.className} ${box.width}×${box.height}`,
            ),
        );
        assert.deepEqual(small, [], view);
      });
    },
  },
  ...(['de', 'th', 'ar'] as const).flatMap(locale =>
    (
      [
        ['320 px wide', 320, 100],
        ['at 400 %', 1280, 400],
      ] as const
    ).map(([name, width, percent]) => ({
      group: 'reflow',
      name: `no scrolling sideways ${name}, ${locale}`,
      limitMs: 120_000,
      server: withPasswords,
      without: inChromium,
      async run(setting: Setting) {
        // 400 % of a window of 1280 px is one of 320 px: what a browser's zoom makes of it.
        await setting.tab.resize((width * 100) / percent, 256);
        const look = async (view: string) => {
          assert.deepEqual(await tooWide(setting), [], view);
        };
        await lookAtAll(setting, look, `locale="${locale}"`);
      },
    })),
  ),
  {
    group: 'borders',
    name: 'borders of fields stand out by 3:1, light and dark, at rest and with an error',
    without: inChromium,
    async run(setting) {
      const { tab, person } = setting;
      const weak = () =>
        tab.evaluate(tools => {
          (0, eval)(tools);
          const { contrast } = globalThis as unknown as { contrast: (a: string, b: string) => number };
          const surface = getComputedStyle(globalThis.probe.find('.card')!).backgroundColor;
          return globalThis.probe
            .all('.box, .slot')
            .filter(element => element.checkVisibility())
            .flatMap(element => {
              for (const animation of element.getAnimations()) animation.finish();
              const { borderTopColor, borderTopWidth } = getComputedStyle(element);
              if (parseFloat(borderTopWidth) === 0) return [];
              const ratio = contrast(borderTopColor, surface);
              return ratio < 3 ? [`${element.className} ${borderTopColor} on ${surface}: ${ratio}`] : [];
            });
        }, colorTools);
      for (const scheme of ['light', 'dark']) {
        setting.world.pages.set('/', { body: widgetPage(`endpoint="/api/phone" color-scheme="${scheme}"`) });
        await tab.evaluate(() => location.protocol.startsWith('http') && sessionStorage.clear());
        await person.visit();
        assert.deepEqual(await weak(), [], scheme);
        await person.click('submit');
        await person.reads('Enter your phone number.');
        assert.deepEqual(await weak(), [], `${scheme}, an error`);
      }
      await person.toCode();
      assert.deepEqual(await weak(), [], 'code');
      await person.type(setting.world.messages[0]!.code === '000000' ? '111111' : '000000');
      await person.reads('Attempts left');
      assert.deepEqual(await weak(), [], 'a wrong code');
      await stepCalled('next').reach(setting);
      assert.deepEqual(await weak(), [], 'password');
    },
  },
  {
    group: 'forced colours',
    name: 'forced colours: place, choice, focus and errors can be told',
    without: inChromium,
    async run(setting) {
      const { tab, person, world } = setting;
      await tab.emulate({ forcedColors: true });
      await person.visit();
      const styleOf = (selector: string) =>
        tab.evaluate(selector => {
          const { outlineStyle, backgroundColor, borderTopStyle, borderTopWidth } = getComputedStyle(
            globalThis.probe.find(selector)!,
          );
          return { outlineStyle, backgroundColor, border: `${borderTopStyle} ${borderTopWidth}` };
        }, selector);
      assert.equal((await styleOf('.submit')).border, 'solid 1px', 'the button has an edge');
      assert.equal((await styleOf('.card')).outlineStyle, 'solid', 'the card has an edge');
      await person.click('number');
      assert.notEqual((await styleOf('.box')).outlineStyle, 'none', 'the number shows its focus');
      await person.click('country');
      await until(
        () => tab.evaluate(() => !!globalThis.probe.find('.option.active')),
        () => 'the list is open',
      );
      const [active, idle] = [await styleOf('.option.active'), await styleOf('.option:not(.active)')];
      const around = [idle.backgroundColor, (await styleOf('.popup')).backgroundColor];
      assert.ok(!around.includes(active.backgroundColor), 'the active option');
      await person.press('Escape');
      await person.click('submit');
      await person.reads('Enter your phone number.');
      assert.ok(await tab.evaluate(() => !!globalThis.probe.find('.message.bad svg')), 'an error has a sign');
      await person.toCode();
      assert.notEqual((await styleOf('.slot.now')).outlineStyle, 'none', 'the slot shows the focus');
      await person.type(world.messages[0]!.code === '000000' ? '111111' : '000000');
      await person.reads('Attempts left');
      const [marked, empty] = [await styleOf('.slot.selected'), await styleOf('.card')];
      assert.notEqual(marked.backgroundColor, empty.backgroundColor, 'digits that are selected');
    },
  },
  {
    group: 'reduced motion',
    name: 'reduced motion: nothing blinks, shakes or slides',
    without: inChromium,
    async run(setting) {
      const { tab, person } = setting;
      const moving = () =>
        tab.evaluate(() =>
          globalThis.probe.all('*').flatMap(element =>
            ['', '::after', '::before'].flatMap(pseudo => {
              const { animationName, animationDuration, transitionDuration, content } = getComputedStyle(
                element,
                pseudo || null,
              );
              if (pseudo && content === 'none') return [];
              const isMoving = animationName !== 'none' && parseFloat(animationDuration) < 3;
              const isSliding = transitionDuration.split(',').some(time => parseFloat(time) > 0);
              const seen = parseFloat(animationDuration) > 0 && isMoving;
              return seen || isSliding ? [`${element.localName}.${element.className}${pseudo}`] : [];
            }),
          ),
        );
      await tab.emulate({ reducedMotion: true });
      await person.visit();
      await person.click('number');
      await person.type('x');
      await person.hears('Digits only, please.');
      assert.deepEqual(await moving(), []);
      await person.toCode();
      assert.deepEqual(await moving(), []);
      await person.type('x');
      await person.hears('Digits only, please.', 2);
      assert.deepEqual(await moving(), []);
      await person.signsIn();
      assert.deepEqual(await moving(), []);
    },
  },
  {
    group: 'pasting',
    name: 'pasting is let be in number, code and password',
    async run(setting) {
      const { world, tab, person } = setting;
      const paste = async (part: 'number' | 'code' | 'password', text: string) => {
        await tab.evaluate(text => {
          const source = document.createElement('textarea');
          source.value = text;
          document.body.append(source);
          source.focus();
          source.select();
        }, text);
        await tab.press('c', 'Control');
        await person.focus(part);
        await tab.press('v', 'Control');
        if (part === 'code') return;
        let seen = '';
        await until(
          async () => (seen = await person.value(part)).replace(/\D/g, '') === text.replace(/\D/g, ''),
          () => `"${text}" is pasted; there is "${seen}"`,
          3000,
        );
      };
      await person.visit();
      await paste('number', '7400 123456');
      await person.press('Enter');
      await person.reaches('code');
      await paste('code', world.messages[0]!.code);
      await person.reaches('done');
      await stepCalled('next').reach(setting);
      await tab.evaluate(() => {
        (globalThis.probe.find('input[autocomplete=new-password]') as HTMLInputElement).value = '';
      });
      await paste('password', 'horse 2 battery 9');
    },
  },
];
