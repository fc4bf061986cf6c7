/** Senders of our own, for channels that Logto's connectors do not have, and the connectors beside them. */
import * as v from 'valibot';
import type { Channel } from '../../channels.js';
import type { Send } from '../deliver.js';
import { ConfigInvalid, loadConnector } from './load.js';
import { connectorNames, isConnectorName } from './packages.js';
import { readConnectorSetting, type ConnectorSetting } from './setting.js';
import { createTwilioVoice, createVonageVoice, twilioVoiceFields, vonageVoiceFields } from './voice.js';
import { createTwilioWhatsapp, createWhatsapp, twilioWhatsappFields, whatsappFields } from './whatsapp.js';

const senders = {
  whatsapp: sender('whatsapp', whatsappFields, createWhatsapp),
  'twilio-whatsapp': sender('whatsapp', twilioWhatsappFields, createTwilioWhatsapp),
  'twilio-voice': sender('voice', twilioVoiceFields, createTwilioVoice),
  'vonage-voice': sender('voice', vonageVoiceFields, createVonageVoice),
} as const;

export type SenderName = keyof typeof senders;

export const senderNames = Object.keys(senders) as readonly SenderName[];

export interface SenderSetting {
  name: SenderName;
  config: unknown;
}

function sender<Schema extends v.GenericSchema>(
  channel: Channel,
  schema: Schema,
  create: (config: v.InferOutput<Schema>) => Send,
) {
  return {
    channel,
    load(name: string, config: unknown): Send {
      const checked = v.safeParse(schema, config);
      if (checked.success) return create(checked.output);
      const issues = checked.issues.map(issue => ({
        path: issue.path?.map(({ key }) => key as string) ?? [],
        message: issue.message.replace(/\.$/, ''),
      }));
      throw new ConfigInvalid(name, issues);
    },
  };
}

const isSenderName = (value: unknown): value is SenderName => senderNames.includes(value as SenderName);

/** The names that can send by a channel: `http` by each of them. */
export function namesFor(channel: Channel): readonly string[] {
  if (channel === 'sms') return connectorNames;
  return [...senderNames.filter(name => senders[name].channel === channel), 'http'];
}

/** Throws an `Error` that names the field, or the connectors of the channel. */
export function readChannelSetting(channel: Channel, value: unknown): ConnectorSetting | SenderSetting {
  const { connector, config } = (value ?? {}) as { connector?: unknown; config?: unknown };
  const names = namesFor(channel);
  if (!names.includes(connector as string)) {
    const said = connector === undefined ? 'is missing' : `cannot be ${JSON.stringify(connector)}`;
    throw new Error(`"channels.${channel}.connector" ${said}; there are: ${names.join(', ')}.`);
  }
  return isSenderName(connector) ? { name: connector, config } : readConnectorSetting(value);
}

/**
 * For `channels` of `createPhoneServer`. Rejects with an `Error` that says what to do: a name that is none of the channel's, a
 * package that is missing, a field of the config.
 */
export async function createChannelSender(
  channel: Channel,
  setting: ConnectorSetting | SenderSetting,
): Promise<Send> {
  const { name } = setting;
  if (!namesFor(channel).includes(name)) {
    throw new Error(`"${name}" does not send by "${channel}"; there are: ${namesFor(channel).join(', ')}.`);
  }
  return isConnectorName(name)
    ? loadConnector(setting as ConnectorSetting)
    : senders[name].load(name, structuredClone(setting.config));
}
