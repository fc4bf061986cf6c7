/** How a one-time code can reach a person. */
export const channels = ['sms', 'whatsapp', 'voice'] as const;
/** One of {@link channels}. */
export type Channel = (typeof channels)[number];
