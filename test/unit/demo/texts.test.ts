import { describe, expect, test } from 'vitest';
import { nearestLanguage } from '../../../demo/texts.js';

describe('the page’s language', () => {
  test.each([
    [['ru-RU', 'en'], 'ru'],
    [['zh'], 'zh-CN'],
    [['zh-HK'], 'zh-TW'],
    [['zh-Hant'], 'zh-TW'],
    [['zh-SG'], 'zh-CN'],
    [['fr', 'th-TH'], 'th'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('for %j is %s', (tags, language) => {
    expect(nearestLanguage(tags)).toBe(language);
  });
});
