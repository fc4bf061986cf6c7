/** What the screens say that a backend may ask for after the code. */
import { html, type TemplateResult } from 'lit';
import type { Texts } from '../texts.js';

export const newPasswordTexts = {
  heading: (texts: Texts) =>
    texts.msg('Choose a new password', {
      id: 'heading-new-password',
      desc: 'Heading, after a right code for a forgotten password. Up to 35 characters.',
    }),
  label: (texts: Texts) =>
    texts.msg('New password', {
      id: 'new-password',
      desc: 'Label of the password field. Up to 30 characters.',
    }),
  show: (texts: Texts) =>
    texts.msg('Show password', {
      id: 'show-password',
      desc: 'For screen readers: a switch beside the password that makes it readable. Up to 40 characters.',
    }),
  save: (texts: Texts) =>
    texts.msg('Save password', {
      id: 'save-password',
      desc: 'Button under the new password. Up to 30 characters.',
    }),
};

export const registerTexts = {
  heading: (texts: Texts) =>
    texts.msg('Create an account?', {
      id: 'heading-register-instead',
      desc: 'Heading, when a person wanted to sign in with a number that has no account. Up to 35 characters.',
    }),
  description: (texts: Texts, phone: unknown): string | TemplateResult =>
    texts.msg(html`There is no account with <span class="number">${phone}</span> yet.`, {
      id: 'register-instead',
      desc: 'Under that heading. The placeholder is a phone number. Up to 60 characters without it.',
    }),
  confirm: (texts: Texts) =>
    texts.msg('Create account', {
      id: 'create-account',
      desc: 'Button: makes an account with this number. Up to 30 characters.',
    }),
};

export const signInTexts = {
  heading: (texts: Texts) =>
    texts.msg('Sign in instead?', {
      id: 'heading-sign-in-instead',
      desc: 'Heading, when a person wanted a new account with a number that has one. Up to 35 characters.',
    }),
  description: (texts: Texts, phone: unknown): string | TemplateResult =>
    texts.msg(html`An account with <span class="number">${phone}</span> already exists.`, {
      id: 'sign-in-instead',
      desc: 'Under that heading. The placeholder is a phone number. Up to 60 characters without it.',
    }),
  confirm: (texts: Texts) =>
    texts.msg('Sign in', { id: 'sign-in', desc: 'Button: signs in to that account. Up to 30 characters.' }),
};
