/** Finds numbers in what people paste. */
import { toAscii } from './digits.js';
import { significant } from './significant.js';

/** Marks of direction, joiners and soft hyphens, which copying from a page brings along. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A number with what may stand between its digits. Commas, semicolons, letters and a second plus end it. */
const run = /\+?[\s(（[]*\d(?:[\s()（）[\].·•~∼〜_\-\u2010-\u2015\u2212\u30fc\uff0d\uff0e/／]*\d)*/g;

/** Lines, tabs and slashes with space around them set numbers apart, once there is a whole one before them. */
const apart = /[\n\r\t]|\s[/／]\s/;

/**
 * Links to a messenger, up to the number. It is international in all of them, and mostly without its plus: wa.me/44…,
 * wa.me/c/44… (a catalogue), api.whatsapp.com/send?phone=44…, whatsapp://send?phone=44…, t.me/+44…, tg://resolve?phone=44…,
 * viber://chat?number=%2B44…, signal.me/#p/+44….
 */
const messenger =
  /(?:wa\.me\/(?:c\/)?|(?:whatsapp|tg:).*?[?&;]phone=|t(?:elegram)?\.me\/(?=\+)|viber.*?[?&;]number=|signal\.me\/#p\/)[\s+]*(\d[\d().-]{6,}|\d[\d\s().-]*)/i;

/** More than this is no number any more but a paste gone wrong. */
const longestText = 500;

/**
 * The numbers in a text, in its order, each as "+" and digits or digits alone; a single one if the text is nothing but a
 * number. Extensions are dropped: a message does not reach them.
 */
export function findNumbers(text: string): string[] {
  const clean = toAscii(text.slice(0, longestText)).replace(invisible, '');
  // What the field itself shows, and most of what is pasted.
  if (/^[\d ().-]*$|^\+[\d ().-]*$/.test(clean)) {
    const number = significant(clean);
    return number === '' ? [] : [number];
  }
  const numbers = [...withoutLink(clean).matchAll(run)]
    .flatMap(([found]) => splitNumbers(found))
    .map(significant);
  // House numbers, dates and prices are shorter; if there is nothing else, the longest of them is what was meant.
  const long = numbers.filter(number => number.length >= 7);
  return long.length > 0 ? long : numbers.sort((a, b) => b.length - a.length).slice(0, 1);
}

/**
 * What a link says of its number alone. `tel:` and its kin (RFC 3966): parameters cut off, escapes undone, a local number
 * completed by its context.
 */
function withoutLink(text: string): string {
  const unescape = (part: string) =>
    part.replace(/%([23][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  const international = messenger.exec(unescape(text))?.[1];
  if (international) return '+' + international;
  const context = unescape(/;phone-context=((?:\+|%2b)[\d().-]+)/i.exec(text)?.[1] ?? '');
  const link = /(?:tel|sms|smsto|callto):[^;?,\s]*/i.exec(text) ?? (context ? /^[^;]*/.exec(text) : null);
  return link ? context + unescape(link[0].replace(/^\w+:/, '')) : unescape(text);
}

function splitNumbers(found: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of found.split(/([\n\r\t]+|\s[/／]\s)/)) {
    if (apart.test(piece) && part.replace(/\D/g, '').length >= 7) {
      parts.push(part);
      part = '';
    } else {
      part += piece;
    }
  }
  return part === '' ? parts : [...parts, part];
}
