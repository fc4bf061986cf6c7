/** Which of some languages is nearest to a tag: one rule, for what is shown and for what is sent. */

/** Those that go by another's texts: written Norwegian, Cantonese; and Macao. */
const alike: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', yue: 'zh', MO: 'HK' };
const orAlike = (subtag: string | undefined) => alike[subtag!] ?? subtag;

/**
 * The one of `tags` nearest to a BCP 47 tag: the same language in the same script, in the same region if there is one. Of
 * two, the last is nearest to all other regions: pt-AO goes by pt-PT, zh-Hant-US by zh-TW; but Macao by Hong Kong. Old tags
 * (iw, in, tl) are known; `undefined` for what is none.
 */
export function nearestTag<Tag extends string>(tag: string, tags: readonly Tag[]): Tag | undefined {
  const [language] = tag.toLowerCase().split(/[-_]/);
  const same = tags.filter(each => each.split('-')[0] === language);
  // Most languages are here once, and most tags name no script: `Intl.Locale` is slow when it is first used.
  if (same.length === 1 && !/[-_][a-z]{4}(?![a-z])/i.test(tag)) return same[0];
  let wanted: Intl.Locale;
  try {
    wanted = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    return undefined;
  }
  const near = tags
    .map(tag => ({ tag, own: new Intl.Locale(tag).maximize() }))
    .filter(({ own }) => own.language === orAlike(wanted.language) && own.script === wanted.script);
  return (near.find(({ own }) => own.region === orAlike(wanted.region)) ?? near.at(-1))?.tag;
}
