import type { msg } from '@lit/localize';

type Template = Parameters<typeof msg>[0];

/** A count inside of a sentence has the language's own digits, as a time to come has. */
export function inDigits(template: Template, locale: string): Template {
  if (typeof template === 'string' || !('strTag' in template)) return template;
  const values = template.values.map(value =>
    typeof value === 'number' ? value.toLocaleString(locale) : value,
  );
  return { ...template, values };
}
