import { localeNames, rightToLeft } from './generated/locale-names.js';

export { localeNames };

/** Which of the widget's languages are written from right to left. */
export function isRightToLeft(locale: string): boolean {
  return rightToLeft.includes(locale);
}
