/** What the demo's phone has received. Runs on Node under Vite, and in the page where the page is its own server. */

export interface InboxMessage {
  /** E.164. */
  to: string;
  /** What the message is for, as the connector said it. */
  type: string;
  code: string;
  text: string;
  /** ISO 8601. */
  at: string;
  /** How it came, where that was not by SMS. */
  channel?: 'whatsapp' | 'voice';
  /** What a call is to be said in; of these alone. */
  locale?: string;
}

/** Tells one from another, however often they are fetched. */
export const idOf = ({ at, to, code }: InboxMessage): string => `${at} ${to} ${code}`;

type InboxListener = (messages: readonly InboxMessage[]) => void;

export type Inbox = ReturnType<typeof createInbox>;

/** Older messages make room. */
export const maxMessages = 50;

export function createInbox() {
  let messages: readonly InboxMessage[] = [];
  const listeners = new Set<InboxListener>();

  /** All of it at once, as another inbox says. */
  function become(next: readonly InboxMessage[]): void {
    messages = next;
    for (const listener of listeners) listener(messages);
  }

  return {
    /** Newest first. */
    get messages() {
      return messages;
    },
    add: (message: InboxMessage) => become([message, ...messages].slice(0, maxMessages)),
    clear: () => become([]),
    become,
    /** Calls the listener now and after every change, until the answer is called. */
    subscribe(listener: InboxListener) {
      listeners.add(listener);
      listener(messages);
      return () => listeners.delete(listener);
    },
  };
}
