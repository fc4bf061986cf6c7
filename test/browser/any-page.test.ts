/** What pages do to what stands in them: translators, inherited styles, zoom, dialogs, hidden tabs. */
import { html } from 'lit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PhoneCountryPicker, PhoneNumberField, PhoneSignIn } from '../../src/index.js';
import { serveInPage, show } from './helpers.js';

const number = () => page.getByRole('textbox', { name: /Phone number|number/ });
const code = () => page.getByRole('textbox', { name: /code/ });

const popup = (picker: Element) => picker.shadowRoot!.querySelector('[popover]')!;

/** Every element inside, through open shadow roots. */
function* within(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

/** What is written on the screen, marks and white space folded. */
function written(root: ParentNode): string {
  const texts: string[] = [];
  for (const element of within(root)) {
    if (/^(style|script)$/i.test(element.tagName)) continue;
    for (const node of element.childNodes) if (node instanceof Text) texts.push(node.data.trim());
  }
  return texts.filter(Boolean).join(' ');
}

/** Replaces texts by `<font>` elements as Chrome's and Google's translators do, and goes on doing so. */
function translate(root: ParentNode): void {
  const isOurs = (element: Element | null) => element?.closest('[translate="no"], font') == null;
  const act = () => {
    for (const element of within(root)) {
      for (const node of [...element.childNodes]) {
        if (!(node instanceof Text) || node.data.trim() === '' || !isOurs(node.parentElement)) continue;
        const inner = document.createElement('font');
        inner.textContent = node.data;
        const outer = document.createElement('font');
        outer.append(inner);
        node.replaceWith(outer);
      }
      if (element.shadowRoot && !seen.has(element.shadowRoot)) {
        seen.add(element.shadowRoot);
        observer.observe(element.shadowRoot, { childList: true, characterData: true, subtree: true });
      }
    }
  };
  const seen = new Set<Node>([root]);
  const observer = new MutationObserver(act);
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  act();
  onTestFinished(() => observer.disconnect());
}

describe('in a page that is being translated', () => {
  test('numbers, digits, messages and the countdown go on', async () => {
    const inPage = serveInPage();
    const signIn = await show<PhoneSignIn>(
      html`<phone-sign-in lang="en" default-country="GB" .backend=${inPage.backend}></phone-sign-in>`,
    );
    translate(signIn.shadowRoot!);
    await expect.element(number()).not.toHaveAttribute('placeholder', '');
    await userEvent.click(number());
    await userEvent.keyboard('7400123456');
    await expect.poll(() => written(signIn.shadowRoot!)).toContain('+44 7400 123456');
    await userEvent.keyboard('{Backspace}{Backspace}57');
    await expect.poll(() => written(signIn.shadowRoot!)).toContain('+44 7400 123457');
    expect(written(signIn.shadowRoot!)).not.toContain('123456');
    await userEvent.keyboard(`${'{Backspace}'.repeat(6)}{Enter}`);
    await expect.poll(() => written(signIn.shadowRoot!)).toContain('too short');
    await userEvent.keyboard('123457{Enter}');
    await expect.element(code()).toBeVisible();
    expect(written(signIn.shadowRoot!)).toContain('+44 7400 123457');
    expect(written(signIn.shadowRoot!)).not.toContain('too short');

    const countdown = () => /\d:\d\d/.exec(written(signIn.shadowRoot!))?.[0];
    const before = countdown();
    expect(before).toBeDefined();
    await expect.poll(countdown).not.toBe(before);
    const slots = () =>
      [...within(signIn.shadowRoot!)]
        .filter(element => element.classList.contains('slot'))
        .map(element => element.textContent.trim())
        .join('');
    await userEvent.click(code());
    await userEvent.keyboard('12{Backspace}34');
    await expect.poll(slots).toBe('134');
  });

  test('the list of countries shows what is searched for', async () => {
    const picker = await show<PhoneCountryPicker>(
      html`<phone-country-picker lang="en" .value=${'GB'}></phone-country-picker>`,
    );
    await picker.open();
    translate(picker.shadowRoot!);
    for (const [query, found] of [
      ['germ', 'Germany'],
      ['japa', 'Japan'],
      ['qqq', 'No country found.'],
      ['thai', 'Thailand'],
    ] as const) {
      await userEvent.fill(page.getByRole('combobox'), query);
      await expect.poll(() => popup(picker).textContent.replace(/\s+/g, ' ')).toContain(found);
    }
    expect(popup(picker).textContent).not.toContain('Germany');
  });
});

describe('in a page with styles of its own', () => {
  const styles = {
    whiteSpace: 'pre',
    textIndent: '3em',
    letterSpacing: '0.5em',
    textAlign: 'right',
    wordBreak: 'break-all',
    lineHeight: '3',
    textTransform: 'uppercase',
    wordSpacing: '2em',
    textShadow: '1px 1px red',
  } as const;

  test.each(['body', '*'])('%s with inherited text styles changes nothing inside', async selector => {
    const inPage = serveInPage();
    const make = () =>
      show<PhoneSignIn>(
        html`<phone-sign-in lang="en" default-country="GB" .backend=${inPage.backend}></phone-sign-in>`,
      );
    const boxes = (signIn: PhoneSignIn) => {
      const origin = signIn.getBoundingClientRect();
      const drawn = [...within(signIn.shadowRoot!)].filter(({ localName }) => localName !== 'slot');
      return drawn.map(element => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const at = [left - origin.left, top - origin.top, width, height].map(Math.round);
        const style = getComputedStyle(element);
        const own = Object.keys(styles).map(name => style[name as keyof typeof styles]);
        return `${element.localName}.${element.className} ${at.join()} ${own.join(' | ')}`;
      });
    };
    const plain = await make();
    await expect.element(number()).not.toHaveAttribute('placeholder', '');
    const before = boxes(plain);
    plain.remove();
    const sheet = new CSSStyleSheet();
    const rules = Object.entries(styles).map(
      ([name, value]) => `${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}: ${value}`,
    );
    sheet.replaceSync(`${selector} { ${rules.join(';')} }`);
    document.adoptedStyleSheets.push(sheet);
    onTestFinished(() => void document.adoptedStyleSheets.pop());
    const styled = await make();
    await expect.element(number()).not.toHaveAttribute('placeholder', '');
    expect(boxes(styled)).toEqual(before);
  });
});

describe('the list of countries', () => {
  const pickerOf = async (field: PhoneNumberField) => {
    await expect.poll(() => field.shadowRoot!.querySelector('phone-country-picker')).not.toBe(null);
    return field.shadowRoot!.querySelector<PhoneCountryPicker>('phone-country-picker')!;
  };

  test.each([0.5, 1.5, 2])('stands under its field at zoom %f', async zoom => {
    // On a small screen it is a sheet.
    await page.viewport(1200, 900);
    onTestFinished(() => page.viewport(414, 896));
    const field = await show<PhoneNumberField>(
      html`<div style="zoom: ${zoom}; inline-size: 320px">
        <phone-number-field lang="en" default-country="GB"></phone-number-field>
      </div>`,
    ).then(box => box.querySelector<PhoneNumberField>('phone-number-field')!);
    const picker = await pickerOf(field);
    await picker.open();
    const box = field.shadowRoot!.querySelector('.box')!.getBoundingClientRect();
    const list = popup(picker).getBoundingClientRect();
    expect(Math.abs(list.left - box.left)).toBeLessThan(8);
    expect(Math.min(Math.abs(list.top - box.bottom), Math.abs(list.bottom - box.top))).toBeLessThan(12);
    expect(Math.abs(list.width - Math.max(box.width, 280 * zoom))).toBeLessThan(2);
    picker.close();
  });

  test('is closed with the dialog around it, and opens when that is opened again', async () => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<phone-number-field lang="en" default-country="GB"></phone-number-field>';
    document.body.append(dialog);
    onTestFinished(() => dialog.remove());
    dialog.showModal();
    const picker = await pickerOf(dialog.firstElementChild as PhoneNumberField);
    const button = page.getByRole('button', { name: /Country/ });
    await userEvent.click(button);
    await expect.poll(() => popup(picker).checkVisibility()).toBe(true);
    dialog.close();
    await expect.poll(() => popup(picker).matches('[open], :popover-open')).toBe(false);
    dialog.showModal();
    expect(popup(picker).matches('[open], :popover-open')).toBe(false);
    await userEvent.click(button);
    await expect.poll(() => popup(picker).checkVisibility()).toBe(true);
    await userEvent.keyboard('germany{Enter}');
    await expect.element(page.getByRole('button', { name: /Germany/ })).toBeVisible();
  });

  test('of a field that was made in a hidden tab is whole when the tab is shown', async () => {
    const tab = document.createElement('div');
    tab.style.display = 'none';
    tab.innerHTML = '<phone-number-field lang="en" default-country="GB"></phone-number-field>';
    document.body.append(tab);
    onTestFinished(() => tab.remove());
    const picker = await pickerOf(tab.firstElementChild as PhoneNumberField);
    tab.style.display = '';
    await userEvent.click(page.getByRole('button', { name: /Country/ }));
    await expect.poll(() => popup(picker).checkVisibility()).toBe(true);
    await expect.element(page.getByRole('option', { name: /United Kingdom/ })).toBeInViewport();
    expect(popup(picker).getBoundingClientRect().height).toBeGreaterThan(180);
    picker.close();
  });
  test('stands over a field that has no room on either side', async () => {
    await page.viewport(1200, 300);
    onTestFinished(() => page.viewport(414, 896));
    const field = await show<PhoneNumberField>(
      html`<phone-number-field
        lang="en"
        default-country="GB"
        style="margin-block: 100px"
      ></phone-number-field>`,
    );
    const picker = await pickerOf(field);
    await picker.open();
    const { top, height, bottom } = popup(picker).getBoundingClientRect();
    expect([top >= 0, bottom <= innerHeight, height > 200]).toEqual([true, true, true]);
    picker.close();
  });
});
