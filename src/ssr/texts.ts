/** The first step's texts, in every language at once: a server has room for them, and draws a form without waiting. */
import type { msg } from '@lit/localize';
import { nearestTag } from '../language-tags.js';
import { headingText } from '../localization/purpose-texts.js';
import { locales, rightToLeft, sourceLocale, type Locale } from '../localization/generated/locale-codes.js';
import { isPurpose } from '../protocol.js';
import { firstTexts } from './generated/first-texts.js';
import { escape } from './html.js';

type TextId = keyof (typeof firstTexts)['en'];

/** One language; every text as HTML. */
export interface Speech {
  locale: Locale;
  direction: 'ltr' | 'rtl';
  /** A text of ours, with its values. */
  readonly say: (id: TextId, ...values: string[]) => string;
  readonly heading: (purpose: unknown) => string;
  /** Where there are no scripts. */
  readonly withoutScript: string;
  /** Where ours has not come for ten seconds. */
  readonly late: string;
}

/** The language nearest to a BCP 47 tag, as the element would choose it. */
export function speak(tag: string): Speech {
  const locale = nearestTag(tag, locales) ?? sourceLocale;
  const texts = firstTexts[locale];
  const find = ((_template, options) => escape(texts[options!.id as TextId])) as typeof msg;
  const own = {
    locale,
    direction: rightToLeft.test(locale) ? ('rtl' as const) : ('ltr' as const),
    msg: find,
  };
  return {
    ...own,
    // With markup of ours around the number.
    say: (id, ...values) =>
      (id === 'will-text' ? texts[id] : escape(texts[id])).replace(
        /\{(\d)\}/g,
        (_, at: number) => values[at] ?? '',
      ),
    heading: purpose => headingText(own, isPurpose(purpose) ? purpose : 'sign-in'),
    get withoutScript() {
      return own.msg('Turn on JavaScript to continue.', {
        id: 'drawn-without-script',
        desc: 'In the form, where the browser runs no scripts. Up to 60 characters.',
      });
    },
    get late() {
      return own.msg('This form did not load. Reload the page.', {
        id: 'drawn-late',
        desc: 'In place of the button, ten seconds after the page opened, when the form’s script has not come. Up to 60 characters.',
      });
    },
  };
}
