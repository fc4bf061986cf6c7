/** What servers put into the demo's inbox. */
import type { InboxMessage } from './inbox.js';

/** What has just come, as it is kept. */
export function messageOf({
  channel,
  locale,
  ...message
}: Pick<InboxMessage, 'to' | 'type' | 'code' | 'text'> & {
  channel?: unknown;
  locale?: unknown;
}): InboxMessage {
  return {
    ...message,
    at: new Date().toISOString(),
    ...((channel === 'whatsapp' || channel === 'voice') && { channel }),
    ...(channel === 'voice' && { locale: String(locale) }),
  };
}
