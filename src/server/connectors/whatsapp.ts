/** WhatsApp: by Meta's Cloud API, and by Twilio. Both send a template of yours that WhatsApp has approved. */
import * as v from 'valibot';
import { nearestTag } from '../../language-tags.js';
import type { Message, Send } from '../deliver.js';
import { matching, oneOrMore, strict, text, webUrl } from '../fields.js';
import { basic, post } from './post.js';

/** The first is for who asks in none of them. */
function nearest(tags: readonly string[], { language, locale }: Message): string {
  const known = tags.map(tag => tag.replace('_', '-'));
  const found = nearestTag(language ?? locale, known);
  return tags[found === undefined ? 0 : known.indexOf(found)] ?? '';
}

const languages = oneOrMore(matching(/^[a-z]{2,3}(_[A-Z]{2})?$/, 'a language of the template, like "pt_BR"'));

export const whatsappFields = strict({
  phoneNumberId: matching(/^\d+$/, 'the id of your number, in digits'),
  accessToken: text,
  /** Of the category "authentication", with the button that copies the code. */
  template: text,
  languages,
  endpoint: v.optional(webUrl, 'https://graph.facebook.com/v23.0'),
});

/** The recipient has no WhatsApp, or one that cannot take this. */
const undeliverable = 131_026;
/** Too many messages from this sender to this number. */
const pairLimit = 131_056;

export function createWhatsapp(config: v.InferOutput<typeof whatsappFields>): Send {
  const { phoneNumberId, accessToken, template, endpoint } = config;
  const url = `${endpoint}/${phoneNumberId}/messages`;
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  return (message, signal) => {
    const parameters = [{ type: 'text', text: message.code }];
    const body = JSON.stringify({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: message.phone.slice(1),
      type: 'template',
      template: {
        name: template,
        language: { code: nearest([config.languages].flat(), message) },
        components: [
          { type: 'body', parameters },
          { type: 'button', sub_type: 'url', index: '0', parameters },
        ],
      },
    });
    const meaning = (said: unknown) => {
      const { code } = (said as { error?: { code?: unknown } } | undefined)?.error ?? {};
      return { notOnChannel: code === undeliverable, ...(code === pairLimit && { retryAfterMs: 60_000 }) };
    };
    return post({ url, headers, body, meaning }, signal);
  };
}

export const twilioEndpoint = v.optional(webUrl, 'https://api.twilio.com');

export const twilioWhatsappFields = v.pipe(
  strict({
    accountSID: text,
    authToken: text,
    from: v.optional(matching(/^\+\d{7,15}$/, 'a number like "+14155238886"')),
    messagingServiceSID: v.optional(text),
    /** The SID of a content template, by its language. */
    contents: v.pipe(
      v.record(text, matching(/^HX[\da-f]{32}$/, 'the SID of a content template, like "HX…"')),
      v.check(contents => Object.keys(contents).length > 0, 'must not be empty.'),
    ),
    endpoint: twilioEndpoint,
  }),
  v.check(
    ({ from, messagingServiceSID }) => (from === undefined) !== (messagingServiceSID === undefined),
    'needs either "from" or "messagingServiceSID".',
  ),
);

/** What the address at WhatsApp, and its app, cannot take. */
const notOnWhatsapp: readonly unknown[] = [63_003, 63_024];

export function createTwilioWhatsapp(config: v.InferOutput<typeof twilioWhatsappFields>): Send {
  const { accountSID, authToken, from, messagingServiceSID, contents, endpoint } = config;
  const url = `${endpoint}/2010-04-01/Accounts/${accountSID}/Messages.json`;
  const headers = {
    authorization: basic(accountSID, authToken),
    'content-type': 'application/x-www-form-urlencoded',
  };
  return (message, signal) => {
    const form = new URLSearchParams({
      To: `whatsapp:${message.phone}`,
      ...(from !== undefined && { From: `whatsapp:${from}` }),
      ...(messagingServiceSID !== undefined && { MessagingServiceSid: messagingServiceSID }),
      ContentSid: contents[nearest(Object.keys(contents), message)] ?? '',
      ContentVariables: JSON.stringify({ 1: message.code }),
    });
    const meaning = (said: unknown) => ({
      notOnChannel: notOnWhatsapp.includes((said as { code?: unknown } | undefined)?.code),
    });
    return post({ url, headers, body: String(form), meaning }, signal);
  };
}
