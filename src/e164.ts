/** An international phone number, "+" and 5 to 15 digits (ITU-T E.164). Branded, so that raw input cannot be sent. */
export type E164 = string & { readonly __brand: 'E164' };

export function isE164(value: unknown): value is E164 {
  return typeof value === 'string' && /^\+[1-9]\d{4,14}$/.test(value);
}
