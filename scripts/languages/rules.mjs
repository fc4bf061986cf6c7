/** Rules that several languages share. */

/** @type {readonly [RegExp, string]} */
export const halfWidth = [/[,.;:?!()"']/, 'punctuation is full-width'];
/** @type {readonly [RegExp, string]} */
export const typewriter = [/["']|\.\.\.|--/, 'typographic quotes, … and —'];

/** @type {readonly [RegExp, string]} */
export const dandaBehindCode = [/\}\}।/u, 'right behind digits a danda reads as one more'];

/** @type {Map<string, ReadonlySet<string>>} */
const characterSets = new Map();

/**
 * The characters of an old double-byte set: what tells simplified from traditional Chinese.
 *
 * @param {string} encoding
 * @param {readonly [number, number]} lead - First and last lead byte.
 * @param {readonly [number, number]} trail
 */
export function charactersOf(encoding, lead, trail) {
  const known = characterSets.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  /** @type {Set<string>} */
  const characters = new Set();
  for (let first = lead[0]; first <= lead[1]; first++) {
    for (let second = trail[0]; second <= trail[1]; second++) {
      characters.add(decoder.decode(new Uint8Array([first, second])));
    }
  }
  characterSets.set(encoding, characters);
  return characters;
}
