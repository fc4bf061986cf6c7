/**
 * `<phone-sign-in>` as a server draws it: what a visitor sees, and can type into, before any script has come. No DOM, and
 * nothing of the elements but their style sheets; a test holds it against what the element itself draws.
 */
import { element, escape, textOf, type Attributes } from './html.js';
import { firstCountry, numberField } from './number-field.js';
import { styleTag, type StyleOptions } from './styles.js';
import { speak } from './texts.js';

export type { AttributeValue, Attributes } from './html.js';

export interface RenderOptions extends StyleOptions {
  /** The page's language, as its `lang` says: a BCP 47 tag. An attribute `locale` goes before it. */
  locale?: string | undefined;
  /** What stands in the tag, for its slots: HTML of the page's own. */
  content?: string | undefined;
}

/** The tag with its first step drawn: HTML to be put into a page as it is. `attributes`: by their names in HTML. */
export function renderPhoneSignIn(attributes: Attributes = {}, options: RenderOptions = {}): string {
  return element('phone-sign-in', attributes, renderFirstStep(attributes, options), options.content);
}

/** What is inside the `<template shadowrootmode="open">` of that: for frameworks that make the tag themselves. */
export function renderFirstStep(attributes: Attributes = {}, options: RenderOptions = {}): string {
  const is = (name: string) => attributes[name] != null && attributes[name] !== false;
  const speech = speak(textOf(attributes['locale']) || options.locale || 'en');
  const { say } = speech;
  const purpose = attributes['purpose'] ?? 'sign-in';
  const phone = textOf(attributes['phone']);
  const isLocked = is('phone-locked');
  const isPasswordNext =
    (purpose === 'sign-in' && attributes['first-factor'] === 'password') ||
    (attributes['channel'] ?? 'sms') !== 'sms';
  const isDisabled = is('disabled');
  const description = [
    isPasswordNext || (isLocked && phone) ? '' : say('number-description'),
    is('message-rates') && !isPasswordNext ? `<br>${say('message-rates')}` : '',
  ];
  const number = isLocked
    ? `<p class="message"><span>${phone && say('will-text', `<span translate="no">${escape(phone)}</span>`)}</span></p>`
    : numberField(
        {
          part: 'number-field',
          exportparts:
            'label: number-label, box, input, message: number-message, hint: number-hint, error: number-error, country-button, country-popup, country-search, country-option',
        },
        {
          speech,
          country: firstCountry(attributes),
          phone,
          isDisabled,
          hasFocus: is('autofocus'),
          styles: options,
        },
      );
  // `dialog`: a press before the script has come leads nowhere, and keeps what was typed.
  return (
    `${styleTag('phone-sign-in', options)}<section class="card" part="card" lang="${speech.locale}" dir="${speech.direction}">` +
    `<slot name="header"></slot><fieldset${isDisabled ? ' disabled' : ''}><form novalidate method="dialog">` +
    `<h2 part="heading" tabindex="-1" aria-level="${escape(textOf(attributes['heading-level'], '2'))}">${speech.heading(purpose)}</h2>` +
    `<p class="sub" part="description">${description.join('')}</p><div part="panel">` +
    `<noscript><p class="message bad">${speech.withoutScript}</p></noscript>${number}` +
    `<button class="submit" type="submit" part="submit" aria-disabled="false">${say(isPasswordNext ? 'continue' : 'send')}</button>` +
    `<p class="late" role="alert"><span>${speech.late}</span></p>` +
    (is('skippable')
      ? `<p class="aside"><button class="link" type="button" part="skip">${say('skip')}</button></p>`
      : '') +
    `<slot name="legal"></slot></div></form></fieldset><slot name="captcha"></slot><slot name="footer"></slot>` +
    `<div class="visually-hidden" role="status"></div></section>`
  );
}
