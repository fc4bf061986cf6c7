/**
 * The text of a message, for whom the text is ours to choose. Each fits one segment: 160 characters of GSM-7, or 70 of
 * UCS-2, where a single character outside of GSM-7 (a curly quote, too) makes the whole text UCS-2.
 */
const texts: Readonly<Record<string, (code: string) => string>> = {
  en: code => `${code} is your verification code. It is valid for 10 minutes. Do not share it.`,
  'zh-CN': code => `验证码 ${code}，10 分钟内有效，请勿告诉他人。`,
  'zh-TW': code => `驗證碼 ${code}，10 分鐘內有效，請勿告訴他人。`,
  th: code => `รหัสยืนยันของคุณคือ ${code} ใช้ได้ 10 นาที ห้ามบอกผู้อื่น`,
  ru: code => `Код: ${code}. Действует 10 минут. Никому его не сообщайте.`,
};

/** The languages there are texts in. */
export const messageLocales: readonly string[] = Object.keys(texts);

/** The one of {@link messageLocales} nearest to a BCP 47 tag; English where there is none. */
export function messageLocale(tag: string | undefined): string {
  if (tag === undefined) return 'en';
  const [language = '', ...subtags] = tag.toLowerCase().split('-');
  if (language === 'zh') {
    const isTraditional = subtags.some(subtag => ['hant', 'tw', 'hk', 'mo'].includes(subtag));
    return isTraditional && !subtags.includes('hans') ? 'zh-TW' : 'zh-CN';
  }
  return messageLocales.includes(language) ? language : 'en';
}

/**
 * `boundHost` adds the last line by which browsers tie the code to a site and fill it in there alone (WebOTP, Apple's
 * domain-bound codes). That often takes a second segment.
 */
export function messageText(code: string, locale: string, boundHost?: string): string {
  const text = (texts[locale] ?? texts.en)?.(code) ?? code;
  return boundHost === undefined ? text : `${text}\n@${boundHost} #${code}`;
}
