/** What is said of codes that come by WhatsApp or by a call, and of the ways to get one. */
import { html } from 'lit';
import type { Channel } from '../../channels.js';
import type { Texts } from '../texts.js';

/** Asks for the code by another channel than before. */
export function askText(texts: Texts, channel: Channel): string {
  switch (channel) {
    case 'sms':
      return texts.msg('Send it by text message', {
        id: 'ask-sms',
        desc: 'Link under the code, where it did not come by WhatsApp or by a call: a new code by text message. Up to 40 characters.',
      });
    case 'whatsapp':
      return texts.msg('Send it by WhatsApp', {
        id: 'ask-whatsapp',
        desc: 'Link under the code, where no text message came: a new code by WhatsApp. Up to 40 characters.',
      });
    case 'voice':
      return texts.msg('Call me with the code', {
        id: 'ask-voice',
        desc: 'Link under the code, where no message came, beside "Didn’t get it?" after a call, and under the number of a landline: a call that says the code. Up to 40 characters.',
      });
  }
}

/** What will be done, and with which number. */
export function willOtherText(texts: Texts, channel: 'whatsapp' | 'voice', number: unknown) {
  return channel === 'whatsapp'
    ? texts.msg(html`We will send a WhatsApp message to <span class="number">${number}</span>`, {
        id: 'will-whatsapp',
        desc: 'Under a link that asks for a code by WhatsApp, and under the number before that. The placeholder is a phone number. Up to 55 characters without it.',
      })
    : texts.msg(html`We will call <span class="number">${number}</span>`, {
        id: 'will-call',
        desc: 'Under a link that asks for a call which says the code, and under the number before that. The placeholder is a phone number. Up to 40 characters without it.',
      });
}

export function sentByWhatsAppText(texts: Texts, number: unknown) {
  return texts.msg(html`Sent by WhatsApp to <span class="number">${number}</span>`, {
    id: 'sent-to-whatsapp',
    desc: 'Under the heading of the code step. The placeholder is a phone number. Up to 40 characters without it.',
  });
}

/** `isUnderWay`: the phone rings, or soon will. */
export function calledText(texts: Texts, isUnderWay: boolean, number: unknown) {
  return isUnderWay
    ? texts.msg(html`We are calling <span class="number">${number}</span>`, {
        id: 'calling',
        desc: 'Under the heading of the code step, while the phone rings. The placeholder is a phone number. Up to 40 characters without it.',
      })
    : texts.msg(html`We called <span class="number">${number}</span>`, {
        id: 'called',
        desc: 'Under the heading of the code step, after the call. The placeholder is a phone number. Up to 40 characters without it.',
      });
}

/** What the person does now: in the hint under the code, and aloud. */
export function sentByText(texts: Texts, channel: 'whatsapp' | 'voice'): string {
  return channel === 'whatsapp'
    ? texts.msg('We have sent you a code by WhatsApp.', {
        id: 'sent-whatsapp',
        desc: 'When a WhatsApp message was sent: under the code, and for screen readers. Up to 60 characters.',
      })
    : texts.msg('We are calling you. Answer and enter the code that you hear.', {
        id: 'listen',
        desc: 'When a call was asked for: under the code, and for screen readers. Up to 80 characters.',
      });
}

export function landlineText(texts: Texts): string {
  return texts.msg('This may be a landline. We can call it.', {
    id: 'number-landline',
    desc: 'Under the phone number, which does not look like a mobile one, before "Call me with the code". Up to 60 characters.',
  });
}

/** Under the ways, when a code was asked for twice more. */
export function helpText(texts: Texts): string {
  return texts.msg(
    'Still nothing? Check the number and your signal. Your phone may block unknown senders. Each wait is longer than the last.',
    {
      id: 'help-resent',
      desc: 'Under the button that sends a new code, after that was pressed twice. Up to 160 characters.',
    },
  );
}
