/** What is said of a text message, in the words of the channel that a code comes by. */
import type { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import {
  askText,
  calledText,
  landlineText,
  sentByText,
  sentByWhatsAppText,
  willOtherText,
} from '../../../localization/rest/channel-texts.js';
import type { Texts } from '../../../localization/texts.js';
import type { SignInHost } from '../host.js';
import type { Steps, Words } from './steps.js';

/** The texts as they are without another channel. */
export const plainOf = (texts: Texts & { plain?: Texts }): Texts => texts.plain ?? texts;

/** Another wording of the same language, for as long as it is true. */
export function rewordFor(host: SignInHost, steps: Steps, words: Words): (texts: Texts) => Texts {
  let known: { texts: Texts; facts: string; reworded: Texts } | undefined;
  return texts => {
    const { state, channels } = steps;
    const first = channels.find(channel => channel === host.channel) ?? channels[0];
    const channel = ('challenge' in state ? state.challenge?.channel : first) ?? 'sms';
    const isUnderWay = steps.renewsInMs > 0;
    const canCall = host.validation !== 'mobile' && channels.includes('voice');
    const facts = [channel, isUnderWay, canCall].join();
    if (known?.texts !== texts || known.facts !== facts) {
      const find = (id: string, number: unknown) => {
        if (id === 'number-not-mobile' && canCall) return landlineText(texts);
        return channel === 'sms' ? undefined : otherWords(words, texts, channel, isUnderWay, id, number);
      };
      known = { texts, facts, reworded: reword(texts, find) };
    }
    return known.reworded;
  };
}

function otherWords(
  words: Words,
  texts: Texts,
  channel: 'whatsapp' | 'voice',
  isUnderWay: boolean,
  id: string,
  number: unknown,
): unknown {
  const isCall = channel === 'voice';
  switch (id) {
    case 'number-description':
      return '';
    case 'send':
      return words.continueText(texts);
    case 'will-text':
      return willOtherText(texts, channel, number);
    case 'sent-to':
      return isCall ? calledText(texts, isUnderWay, number) : sentByWhatsAppText(texts, number);
    case 'sent':
      // The call is over: what counts is said behind this.
      return isCall && !isUnderWay ? '' : sentByText(texts, channel);
    case 'resend':
      return isCall ? askText(texts, channel) : undefined;
  }
  return undefined;
}

function reword(texts: Texts, find: (id: string, value: unknown) => unknown): Texts {
  // `lit-localize` takes what is called under its own type for a text.
  const ours = texts.msg as (...given: Parameters<typeof msg>) => unknown;
  const value = ((template, options) => {
    const [first] = (template as Partial<TemplateResult>).values ?? [];
    return find(options?.id ?? '', first) ?? ours(template, options);
  }) as typeof msg;
  return Object.create(texts, { msg: { value }, plain: { value: texts } }) as Texts;
}
