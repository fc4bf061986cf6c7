/**
 * What a text costs: networks carry messages in segments of 140 bytes, as GSM-7 (3GPP TS 23.038, 160 characters) or, once a
 * single character is outside of that alphabet, as UCS-2 (70). Longer texts are cut, and each part pays for a header.
 */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Each is sent as an escape and a character, which stay together. */
const extended = new Set('\f^{}\\[~]|€');

export interface Segments {
  encoding: 'GSM-7' | 'UCS-2';
  /** Septets of GSM-7, or 16-bit units of UCS-2. */
  units: number;
  segments: number;
}

export function isGsm7(text: string): boolean {
  return [...text].every(sign => basic.has(sign) || extended.has(sign));
}

export function countSegments(text: string): Segments {
  const signs = [...text];
  const isGsm = isGsm7(text);
  const sizes = signs.map(sign => (isGsm ? (extended.has(sign) ? 2 : 1) : sign.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [whole, part] = isGsm ? [160, 153] : [70, 67];
  return {
    encoding: isGsm ? 'GSM-7' : 'UCS-2',
    units,
    segments: units <= whole ? 1 : countParts(sizes, part),
  };
}

/** An escape pair or a surrogate pair that does not fit moves to the next part whole. */
function countParts(sizes: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
