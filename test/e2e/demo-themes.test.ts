/**
 * That the three restylings look as their pictures: colours are read from the painted pixels of a screenshot, at the places
 * where a picture of the original would have them; lengths from where the pixels change.
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';

type Scheme = 'light' | 'dark';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The painted colours of a part of the page, by the page's coordinates. */
async function pixelsOf(page: Page, clip: Box): Promise<(x: number, y: number) => string> {
  const png = (await page.screenshot({ clip })).toString('base64');
  const { width, base64 } = await page.evaluate(async png => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const characters = Array.from(data, byte => String.fromCharCode(byte));
    return { width: image.width, base64: btoa(characters.join('')) };
  }, png);
  const data = Buffer.from(base64, 'base64');
  return (x, y) => {
    const at = 4 * (Math.round(y - clip.y) * width + Math.round(x - clip.x));
    return `#${data.toString('hex', at, at + 3)}`;
  };
}

async function open(theme: string, scheme: Scheme): Promise<Page> {
  const page = await openPage(browser, {
    viewport: { width: 1440, height: 1000 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  await page.goto(`${demo.address}?lang=en&theme=${theme}&default-country=GB`);
  await page.getByRole('button', { name: /\+44/ }).waitFor();
  return page;
}

/** Where each part is painted, and what is there. */
async function pictureOf(page: Page) {
  const box = async (selector: string) => (await page.locator(`phone-sign-in ${selector}`).boundingBox())!;
  const [card, field, button, label] = [
    await box('.card'),
    await box('.box'),
    await box('.submit'),
    await box('label'),
  ];
  const { x, y } = { x: Math.floor(card.x) - 4, y: Math.floor(card.y) - 4 };
  const at = await pixelsOf(page, {
    x,
    y,
    width: Math.ceil(card.width) + 8,
    height: Math.ceil(card.height) + 8,
  });
  const across = ({ x, y, width }: Box, row = 0) => at(x + width * 0.7, y + row + 0.01);
  return {
    plate: across(card, 6),
    field: across(field, 5),
    edge: across(field),
    /** The second row of the edge: a thick edge, or the field. */
    innerEdge: across(field, 1),
    /** The row above the field: the plate, or a ring. */
    outside: across(field, -2),
    button: at(button.x + 20, button.y + button.height / 2),
    /** The button's own corner: painted, or round. */
    corner: at(button.x + 2, button.y + 2),
    buttonHeight: button.height,
    /** How far the label stands below the field's upper edge. */
    labelIn: Math.round(label.y + label.height - field.y),
  };
}

/** How the code's slots are painted: with a digit, the one that is next, and an empty one. */
async function slotsOf(page: Page) {
  const boxes = await Promise.all(
    [0, 2, 4].map(async index => (await page.locator('phone-sign-in .slot').nth(index).boundingBox())!),
  );
  const [filled, next, empty] = boxes as [Box, Box, Box];
  const { x, y } = { x: Math.floor(filled.x) - 6, y: Math.floor(filled.y) - 6 };
  const width = Math.ceil(empty.x + empty.width + 6) - x;
  const at = await pixelsOf(page, { x, y, width, height: Math.ceil(filled.height) + 12 });
  const down = ({ x, y, width }: Box, row: number) => at(x + width / 2, y + row + 0.01);
  return {
    filled: down(filled, 5),
    empty: down(empty, 5),
    edge: down(empty, 0),
    next: { edge: down(next, 0), innerEdge: down(next, 1), outside: down(next, -2) },
    /** The digits are joined: between two of them is one line. */
    isJoined: Math.round(next.x - filled.x) < Math.round(2 * filled.width),
  };
}

const pictures: Record<string, Record<Scheme, { rest: object; focus: object; wrong: object }>> = {
  github: {
    light: {
      rest: { plate: '#f6f8fa', field: '#ffffff', edge: '#818b98', button: '#1f883d', buttonHeight: 35 },
      focus: { edge: '#0969da', innerEdge: '#0969da', outside: '#f6f8fa' },
      wrong: { edge: '#d1242f', innerEdge: '#d1242f' },
    },
    dark: {
      rest: { plate: '#151b23', field: '#0d1117', edge: '#656c76', button: '#238636', buttonHeight: 35 },
      focus: { edge: '#388bfd', innerEdge: '#388bfd', outside: '#151b23' },
      wrong: { edge: '#f85149', innerEdge: '#f85149' },
    },
  },
  material: {
    light: {
      rest: {
        plate: '#f7f2fa',
        field: '#f7f2fa',
        edge: '#79747e',
        button: '#6750a4',
        corner: '#f7f2fa',
        buttonHeight: 40,
        labelIn: 9,
      },
      focus: { edge: '#6750a4', innerEdge: '#6750a4', outside: '#f7f2fa' },
      wrong: { edge: '#b3261e', innerEdge: '#b3261e' },
    },
    dark: {
      rest: {
        plate: '#1d1b20',
        field: '#1d1b20',
        edge: '#938f99',
        button: '#d0bcff',
        corner: '#1d1b20',
        buttonHeight: 40,
        labelIn: 9,
      },
      focus: { edge: '#d0bcff', innerEdge: '#d0bcff', outside: '#1d1b20' },
      wrong: { edge: '#f2b8b5', innerEdge: '#f2b8b5' },
    },
  },
  shadcn: {
    light: {
      rest: { plate: '#ffffff', field: '#ffffff', edge: '#d4d4d4', button: '#171717' },
      focus: { edge: '#a1a1a1', innerEdge: '#ffffff', outside: '#d0d0d0' },
      wrong: { edge: '#dc2626', outside: '#f8d4d4' },
    },
    dark: {
      rest: { plate: '#171717', field: '#171717', edge: '#404040', button: '#e5e5e5' },
      focus: { edge: '#737373', innerEdge: '#171717', outside: '#454545' },
      wrong: { edge: '#ff6467', outside: '#452627' },
    },
  },
};

const slots: Record<string, Record<Scheme, object>> = {
  github: {
    light: {
      filled: '#ffffff',
      empty: '#ffffff',
      edge: '#818b98',
      next: { edge: '#0969da', innerEdge: '#0969da', outside: '#f6f8fa' },
    },
    dark: {
      filled: '#0d1117',
      empty: '#0d1117',
      edge: '#656c76',
      next: { edge: '#388bfd', innerEdge: '#388bfd', outside: '#151b23' },
    },
  },
  // It has no field for codes: outlined fields side by side.
  material: {
    light: {
      empty: '#f7f2fa',
      edge: '#79747e',
      next: { edge: '#6750a4', innerEdge: '#6750a4', outside: '#f7f2fa' },
    },
    dark: {
      empty: '#1d1b20',
      edge: '#938f99',
      next: { edge: '#d0bcff', innerEdge: '#d0bcff', outside: '#1d1b20' },
    },
  },
  shadcn: {
    light: {
      filled: '#ffffff',
      empty: '#ffffff',
      edge: '#d4d4d4',
      next: { edge: '#a1a1a1', innerEdge: '#ffffff', outside: '#d0d0d0' },
      isJoined: true,
    },
    dark: {
      filled: '#171717',
      empty: '#171717',
      edge: '#404040',
      next: { edge: '#737373', innerEdge: '#171717', outside: '#454545' },
      isJoined: true,
    },
  },
};

/** Who asks twice within a minute for one number is told to wait. */
let numbers = 129_001;

describe.each(Object.keys(pictures))('%s', theme => {
  test.each(['light', 'dark'] as const)('has the slots of its picture, %s', async scheme => {
    const page = await open(theme, scheme);
    await page.getByRole('textbox', { name: 'Phone number' }).fill(`+44 7400 ${numbers++}`);
    await page.getByRole('button', { name: 'Text me a code' }).click();
    await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
    await page.getByRole('textbox', { name: '6-digit code' }).focus();
    await page.keyboard.type('12');
    expect(await slotsOf(page)).toMatchObject(slots[theme]![scheme]);
  });

  test.each(['light', 'dark'] as const)('looks as its picture, %s', async scheme => {
    const { rest, focus, wrong } = pictures[theme]![scheme];
    const page = await open(theme, scheme);
    expect(await pictureOf(page)).toMatchObject(rest);
    const field = page.getByRole('textbox', { name: 'Phone number' });
    await field.focus();
    expect(await pictureOf(page)).toMatchObject(focus);
    await field.fill('+44 7400');
    await page.getByRole('button', { name: 'Text me a code' }).click();
    await page
      .getByText(/too short/i)
      .first()
      .waitFor();
    await field.focus();
    expect(await pictureOf(page)).toMatchObject(wrong);
  });
});
