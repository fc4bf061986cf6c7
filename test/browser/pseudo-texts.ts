/** English made longer and accented, from the texts in the code: what overflows in it will overflow in some language. */
import type { TemplateResult } from 'lit';
import { sourceTexts, Texts } from '../../src/localization/texts.js';

const accented: Readonly<Record<string, string>> = {
  a: 'áà',
  e: 'éè',
  i: 'íì',
  o: 'óò',
  u: 'úù',
  y: 'ý',
  n: 'ñ',
};

/** “Send a new code” → “Séèñd áà ñéèw cóòdéè”. */
export const inPseudo = (text: string): string => text.replace(/[aeiouyn]/g, letter => accented[letter]!);

/** Lit knows a template by the identity of its strings. */
const templates = new Map<TemplateStringsArray, TemplateStringsArray>();

function pseudoStrings(strings: TemplateStringsArray): TemplateStringsArray {
  let longer = templates.get(strings);
  if (!longer) {
    const outsideOfTags = /(?<=^|>)[^<]+/g;
    const texts = strings.map(part => part.replace(outsideOfTags, inPseudo));
    longer = Object.assign(texts, { raw: strings.raw });
    templates.set(strings, longer);
  }
  return longer;
}

export class PseudoTexts extends Texts {
  override readonly msg = ((template: string | TemplateResult, options: { id: string }) => {
    const english: string | TemplateResult = sourceTexts.msg(template as TemplateResult, options);
    return typeof english === 'string'
      ? inPseudo(english)
      : { ...english, strings: pseudoStrings(english.strings) };
  }) as Texts['msg'];

  constructor() {
    super('en');
  }
}
