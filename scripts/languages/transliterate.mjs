/** Languages that are written in two scripts: the texts of one from those of the other. */

const cyrillic = [...'абвгдђежзијклљмнњопрстћуфхцчџш'];
const latin = 'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split(' ');

/** Serbian in Cyrillic → in Latin letters: one for each, or two (Љ is “Lj”, and “LJ” among capitals). @param {string} text */
export function inSerbianLatin(text) {
  return text.replace(/\p{Script=Cyrillic}/gu, (/** @type {string} */ letter, /** @type {number} */ at) => {
    const small = latin[cyrillic.indexOf(letter.toLowerCase())] ?? letter;
    if (letter === letter.toLowerCase()) return small;
    const shown = /\p{Lu}/u.test(text[at + 1] ?? '') ? small : small.slice(0, 1);
    return shown.toUpperCase() + small.slice(shown.length);
  });
}
