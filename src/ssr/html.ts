/** HTML as text. */

/** What an attribute may be given: `true` is there, `false` and nothing is not, a list has commas, an object is JSON. */
export type AttributeValue = string | number | boolean | object | null | undefined;

export type Attributes = Readonly<Record<string, AttributeValue>>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escape = (text: string) => text.replace(/[&<>"']/g, sign => entities[sign]!);

/** What an attribute says; `otherwise` where there is none. */
export const textOf = (value: AttributeValue, otherwise = ''): string =>
  value == null
    ? otherwise
    : typeof value === 'object' && !Array.isArray(value)
      ? JSON.stringify(value)
      : String(value);

/** ` name="value"` for each. A name that would be none of an attribute is an error of the page's author. */
export function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (!/^[^\s"'<>/=\0]+$/.test(name)) throw new TypeError(`"${name}" is no name of an attribute`);
      if (value === false || value == null) return '';
      if (value === true) return ` ${name}`;
      return ` ${name}="${escape(textOf(value))}"`;
    })
    .join('');
}

/** A tag with what it is drawn with, and what stands in it. */
export const element = (name: string, attributes: Attributes, shadow: string, content = '') =>
  `<${name}${attributesText(attributes)}>` +
  `<template shadowrootmode="open" shadowrootdelegatesfocus>${shadow}</template>${content}</${name}>`;
