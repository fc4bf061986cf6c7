/** The words of the code field. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { Texts } from '../../localization/texts.js';

export function codeLabel(texts: Texts, length: number): string {
  return texts.msg(str`${length}-digit code`, {
    id: 'code-label',
    desc: 'Label of the code field. The placeholder is how many digits the code has. Up to 30 characters.',
  });
}

export function digitsOnlyText(texts: Texts): string {
  return texts.msg('Digits only, please.', {
    id: 'digits-only',
    desc: 'Under the number or the code, and for screen readers, when a letter is typed there. Up to 40 characters.',
  });
}

export function incompleteText(texts: Texts, length: number): string {
  return texts.msg(str`Enter all ${length} digits.`, {
    id: 'code-incomplete',
    desc: 'Under the code, when "Continue" is pressed too early. The placeholder is how many digits it has. Up to 40 characters.',
  });
}
