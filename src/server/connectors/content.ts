/** What one message says: which template of the config it goes by, and in whose words. */
import type { Message } from '../deliver.js';
import { bindTemplate, fillTemplate, findMessageLocale } from '../message-texts.js';
import { isGsm7 } from '../messages/segments.js';
import { connectorTexts, usageTypes } from './packages.js';
import type { ConnectorSetting } from './setting.js';

interface Template {
  usageType: string;
  content?: string;
}

/** A message as `sendMessage` takes it; `config` replaces the stored one for this message. */
export interface Outgoing {
  type: string;
  payload: Record<string, string>;
  config: unknown;
  /** What the phone will show, where that is known here. */
  text: string | undefined;
}

/** `setting.config` has passed the connector's guard. */
export function outgoingFor(setting: ConnectorSetting, message: Message): Outgoing {
  const { config, name } = setting;
  const { channel, code, text, locale } = message;
  const wanted = usageTypes[message.purpose];
  if (connectorTexts[name] === 'payload') {
    // Absent for SMS, as in our own contract: an endpoint of old need not know of others.
    const payload = { code, text, locale, ...(channel !== 'sms' && { channel }) };
    return { type: wanted, payload, config, text };
  }
  const { templates } = config as { templates: Template[] };
  const template =
    templates.find(({ usageType }) => usageType === wanted) ??
    templates.find(({ usageType }) => usageType === 'Generic');
  // Never a type that has no template: Tencent and SMS Aero would refuse the message.
  const type = template?.usageType ?? wanted;
  // The code alone: Tencent sends each further value as one more parameter of the template, by position.
  const payload = { code };
  if (template?.content === undefined) return { type, payload, config, text: undefined };
  const host = bindTemplate(template.content, message.boundHost);
  const content = speaksForItself(setting, message) ? host : asTemplate(text, code);
  return {
    type,
    payload,
    config: { ...(config as object), templates: templates.map(each => ({ ...each, content })) },
    text: fillTemplate(content, code),
  };
}

/** Whether the message goes out in the words of the config, and not in ours. */
function speaksForItself(
  { name, texts, templatesLocale = 'en', unicode = false }: ConnectorSetting,
  { language, locale, text }: Message,
): boolean {
  if (texts === 'config') return true;
  // No text in what the page asked for: the host's own words are better than our English.
  if (findMessageLocale(language) === undefined) return true;
  if (locale === findMessageLocale(templatesLocale)) return true;
  return connectorTexts[name] === 'gsm-7' && !unicode && !isGsm7(text);
}

/** With `{{code}}` again, which the connector fills. */
function asTemplate(text: string, code: string): string {
  return text.replaceAll(code, '{{code}}');
}
