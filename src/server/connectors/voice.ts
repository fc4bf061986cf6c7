/** Calls that say the code: by Twilio, and by Vonage. */
import { createPrivateKey, createSign, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Send } from '../deliver.js';
import { matching, strict, text, webUrl } from '../fields.js';
import { basic, post } from './post.js';
import { spokenOf } from './spoken.js';
import { twilioEndpoint } from './whatsapp.js';

const number = matching(/^\+\d{7,15}$/, 'a number of yours, like "+447700900000"');

export const twilioVoiceFields = strict({
  accountSID: text,
  authToken: text,
  from: number,
  endpoint: twilioEndpoint,
});

export function createTwilioVoice(config: v.InferOutput<typeof twilioVoiceFields>): Send {
  const { accountSID, authToken, from, endpoint } = config;
  const url = `${endpoint}/2010-04-01/Accounts/${accountSID}/Calls.json`;
  const headers = {
    authorization: basic(accountSID, authToken),
    'content-type': 'application/x-www-form-urlencoded',
  };
  return (message, signal) => {
    const { text, voice, twilio } = spokenOf(message);
    // Our own words and digits: there is nothing to escape in them.
    const say = `<Say voice="${voice}" language="${twilio}">${text}</Say>`;
    const twiml = `<Response><Pause length="1"/>${say}<Pause length="1"/>${say}</Response>`;
    const form = new URLSearchParams({ To: message.phone, From: from, Twiml: twiml });
    return post({ url, headers, body: String(form) }, signal);
  };
}

export const vonageVoiceFields = strict({
  applicationId: text,
  privateKey: v.pipe(
    v.string('must be a private key as PEM.'),
    v.check(isRsaKey, 'must be the private key of your application, as PEM.'),
  ),
  from: number,
  endpoint: v.optional(webUrl, 'https://api.nexmo.com'),
});

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

export function createVonageVoice(config: v.InferOutput<typeof vonageVoiceFields>): Send {
  const { applicationId, privateKey, from, endpoint } = config;
  const key = createPrivateKey(privateKey);
  const token = () => {
    const iat = Math.floor(Date.now() / 1000);
    const claims = { application_id: applicationId, iat, exp: iat + 60, jti: randomUUID() };
    const signed = [{ alg: 'RS256', typ: 'JWT' }, claims]
      .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
  };
  return (message, signal) => {
    const { text, vonage } = spokenOf(message);
    const body = JSON.stringify({
      to: [{ type: 'phone', number: message.phone.slice(1) }],
      from: { type: 'phone', number: from.slice(1) },
      ncco: [{ action: 'talk', text, language: vonage, loop: 2 }],
    });
    const headers = { authorization: `Bearer ${token()}`, 'content-type': 'application/json' };
    return post({ url: `${endpoint}/v1/calls`, headers, body }, signal);
  };
}
