/** What a server draws is what the element draws: tags, classes, parts, attributes and texts, held against each other. */
import { describe, expect, onTestFinished, test } from 'vitest';
import type { PhoneSignIn } from '../../src/index.js';
import { purposes } from '../../src/protocol.js';
import { renderPhoneSignIn, type Attributes } from '../../src/ssr/index.js';
import { textOf } from '../../src/ssr/html.js';
import './helpers.js';

/** What a template binds and nobody sees, what is set once the element is there, and a list that it opens. */
const unseen =
  /^(?:action|method|novalidate|autofocus|exportparts|required|value|default-country|type|hidden|id|for|aria-label)$/;
/** What a server's form has of its own. */
const ownOfServer = 'style, link, noscript, .late';

/** A picture of a shadow tree in words. */
function picture(root: ParentNode, depth = 0): string[] {
  return [...root.children].flatMap(element => {
    if (element.matches(ownOfServer)) return [];
    const attributes = [...element.attributes]
      .filter(({ name, value }) => !unseen.test(name) && !(name === 'class' && !value.trim()))
      .map(({ name, value }) => `${name}="${value.trim().split(/\s+/).join(' ')}"`)
      .toSorted();
    const text = [...element.childNodes]
      .map(node => (node instanceof Text || node.nodeType === Node.TEXT_NODE ? node.nodeValue!.trim() : ''))
      .filter(Boolean)
      .join(' ');
    const line = `${'  '.repeat(depth)}${element.localName} ${attributes.join(' ')} ${text}`.trimEnd();
    return [
      line,
      ...(element.shadowRoot ? picture(element.shadowRoot, depth + 1) : []),
      ...picture(element, depth + 1),
    ];
  });
}

function drawn(attributes: Attributes, locale: string) {
  const page = Document.parseHTMLUnsafe(renderPhoneSignIn(attributes, { locale }));
  return page.querySelector('phone-sign-in')!.shadowRoot!;
}

async function live(attributes: Attributes, locale: string): Promise<PhoneSignIn> {
  const signIn = document.createElement('phone-sign-in');
  for (const [name, value] of Object.entries(attributes))
    if (value !== false) signIn.setAttribute(name, value === true ? '' : textOf(value));
  signIn.lang = locale;
  document.body.append(signIn);
  onTestFinished(() => signIn.remove());
  await signIn.updateComplete;
  await signIn.numberField?.updateComplete;
  return signIn;
}

describe('a server draws what the element draws', () => {
  const everyPurpose = purposes.map(purpose => [`purpose ${purpose}`, { purpose }] as const);
  test.each<readonly [string, Attributes]>([
    ['as it is', {}],
    ...everyPurpose,
    ['skippable, with rates', { skippable: true, 'message-rates': true }],
    ['a password first', { 'first-factor': 'password', 'message-rates': true }],
    ['a password first, for another purpose', { 'first-factor': 'password', purpose: 'generic' }],
    ['locked, known to the server alone', { 'phone-locked': true }],
    ['another level of headings', { 'heading-level': 3 }],
    ['disabled', { disabled: true }],
    ['with no purpose of ours', { purpose: 'sign-in', 'color-scheme': 'dark' }],
  ])('%s', async (_name, attributes) => {
    for (const locale of ['en', 'de', 'ar', 'ja']) {
      const signIn = await live(attributes, locale);
      expect(picture(drawn(attributes, locale))).toEqual(picture(signIn.shadowRoot!));
    }
  });

  test.each<readonly [string, Attributes]>([
    ['named', { 'default-country': 'GB' }],
    ['the only one', { countries: 'ch' }],
    ['not allowed', { 'default-country': 'FR', countries: 'GB, US', 'exclude-countries': 'US' }],
    ['disabled', { 'default-country': 'US', disabled: true }],
  ])('the country: %s', async (_name, attributes) => {
    const signIn = await live(attributes, 'fa');
    const field = signIn.numberField!;
    const root = drawn(attributes, 'fa');
    const isDrawn = root
      .querySelector('phone-number-field')!
      .shadowRoot!.querySelector('phone-country-picker');
    if (isDrawn) {
      await field.ready();
      await field.updateComplete;
      const picker = field.shadowRoot!.querySelector('phone-country-picker')!;
      await picker.updateComplete;
      const name = (at: Element) => at.shadowRoot!.querySelector('button')!.getAttribute('aria-label');
      await expect.poll(() => name(picker)).toBe(name(isDrawn));
    }
    expect(picture(root)).toEqual(picture(signIn.shadowRoot!));
  });

  test('a number to begin with', async () => {
    const attributes = { phone: '+447400123456', 'phone-locked': true };
    // Written with spaces as soon as the element can.
    const told = (root: ShadowRoot) => root.querySelector('.number')!.textContent.replace(/\s/g, '');
    const signIn = await live(attributes, 'en');
    expect(told(drawn(attributes, 'en'))).toBe(told(signIn.shadowRoot!));
    const field = drawn({ phone: '+447400123456' }, 'en').querySelector('phone-number-field')!;
    expect(field.shadowRoot!.querySelector('input')!.value).toBe('+447400123456');
  });

  test('and it looks the same, to the pixel of each part', async () => {
    const attributes = { 'default-country': 'GB', skippable: true };
    const host = document.createElement('div');
    document.body.append(host);
    onTestFinished(() => host.remove());
    // Under a name that nobody registers, with the same shadow tree: it stays as it was drawn.
    const html = renderPhoneSignIn(attributes, { locale: 'en', content: '<p slot="legal">Terms</p>' });
    host.setHTMLUnsafe(html.replaceAll(/(<\/?)phone-/g, '$1drawn-'));
    const signIn = await live(attributes, 'en');
    signIn.innerHTML = '<p slot="legal">Terms</p>';
    const field = signIn.numberField!;
    await field.ready();
    await field.updateComplete;
    host.append(signIn);
    const boxes = (root: ParentNode): string[] =>
      [...root.querySelectorAll('*')].flatMap(element => {
        const { x, width, height } = element.getBoundingClientRect();
        const own =
          element.closest(ownOfServer) || !element.hasAttribute('part')
            ? []
            : [`${element.getAttribute('part')} ${x} ${width} ${height}`];
        return [...own, ...(element.shadowRoot ? boxes(element.shadowRoot) : [])];
      });
    // The picker's own box is another with the tag's name that the field's style sheet gives its place.
    const alike = (lines: string[]) => lines.filter(line => !/^(box|input|button) /.test(line));
    expect(alike(boxes(host.firstElementChild!.shadowRoot!))).toEqual(alike(boxes(signIn.shadowRoot!)));
  });
});

describe('the element takes the place of what a server has drawn', () => {
  async function taken(html: string): Promise<PhoneSignIn> {
    const host = document.createElement('div');
    onTestFinished(() => host.remove());
    document.body.append(host);
    host.setHTMLUnsafe(html);
    const signIn = host.querySelector('phone-sign-in')!;
    await signIn.updateComplete;
    await signIn.numberField?.updateComplete;
    await signIn.numberField?.ready();
    await signIn.numberField?.updateComplete;
    return signIn;
  }

  test('one form, and nothing of the server’s is left', async () => {
    const signIn = await taken(renderPhoneSignIn({ 'default-country': 'GB', lang: 'en' }));
    expect(signIn.shadowRoot!.querySelectorAll('form')).toHaveLength(1);
    expect(signIn.shadowRoot!.querySelectorAll(ownOfServer)).toHaveLength(0);
    expect(signIn.numberField!.shadowRoot!.querySelectorAll('input')).toHaveLength(1);
    expect(signIn.numberField!.country).toBe('GB');
  });

  test('in the page’s language, whatever the server spoke', async () => {
    const signIn = await taken(renderPhoneSignIn({ lang: 'de' }, { locale: 'en' }));
    expect(signIn.shadowRoot!.querySelector('.submit')!.textContent).toContain('Code per SMS anfordern');
  });

  test('a code’s field of another renderer is one field too', async () => {
    const host = document.createElement('div');
    onTestFinished(() => host.remove());
    document.body.append(host);
    host.setHTMLUnsafe(
      '<phone-code-field><template shadowrootmode="open"><label>Old</label><input></template></phone-code-field>',
    );
    const field = host.querySelector('phone-code-field')!;
    await field.updateComplete;
    await expect.poll(() => field.shadowRoot!.querySelectorAll('input').length).toBe(1);
    expect(field.shadowRoot!.textContent).not.toContain('Old');
  });
});
