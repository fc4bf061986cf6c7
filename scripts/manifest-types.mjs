/** Typed tags for JSX and templates, one declaration file a framework over a shared one; docs/embed.md says how they are used. */

/** @typedef {import('./manifest.mjs').Element} Element */

const header = '// Made from the elements by scripts/manifest-types.mjs.\n';

/** @param {Element[]} elements @returns {Record<string, string>} file in dist/types/tags → text */
export function tagTypes(elements) {
  return {
    'tags.d.ts': shared(elements),
    'react.d.ts': react,
    'vue.d.ts': vue,
    'svelte.d.ts': svelte,
    'solid.d.ts': solid,
    'preact.d.ts': preact,
  };
}

/** @param {Element[]} elements */
function shared(elements) {
  const classes = elements.map(({ name }) => name);
  const events = [
    ...new Set(elements.flatMap(element => element.events.map(({ type }) => type?.text ?? ''))),
  ];
  const imported = [...classes, ...events.filter(name => name !== 'Event')].sort();
  return `${header}import type { ${imported.join(', ')} } from '../index.js';

/** Tag → its element. */
export interface Elements {
${elements.map(({ tagName, name }) => `  '${tagName}': ${name};`).join('\n')}
}

/** Tag → its attributes, as they are written in HTML. */
export interface Attributes {
${elements.map(attributesOf).join('\n')}
}

/** Tag → its properties. */
export interface Properties {
${elements.map(propertiesOf).join('\n')}
}

/** Tag → its events, beside those of every element. */
export interface Events {
${elements.map(eventsOf).join('\n')}
}

/** \`onphone-verified\` and so on: what React, Preact and Svelte call a listener. */
export type Listeners<Tag extends keyof Elements> = {
  [Name in keyof Events[Tag] & string as \`on\${Name}\`]?: (event: Events[Tag][Name]) => void;
};
`;
}

/** @param {Element} element */
function attributesOf({ tagName, attributes }) {
  const lines = attributes.map(
    attribute => `${doc(attribute)}    '${attribute.name}'?: ${attributeType(attribute)} | undefined;`,
  );
  return `  '${tagName}': {\n${lines.join('\n')}\n  };`;
}

/** What HTML can say; an object or a list only as text. @param {import('./manifest.mjs').Attribute} attribute */
function attributeType({ values, type }) {
  const text = type?.text ?? '';
  if (text === 'boolean') return 'boolean';
  if (/^number/.test(text)) return 'number | string';
  const choice = values?.map(value => `'${value}'`).join(' | ');
  // An adapter of one's own is a property, and has the attribute's name.
  return choice && !/string \| Backend/.test(text) ? choice : 'string';
}

/** @param {Element} element */
function propertiesOf({ tagName, name, members }) {
  const writable = members.filter(member => member.kind === 'field').filter(field => !field.readonly);
  const lines = writable.map(
    member =>
      `${doc(member)}    ${member.name}?: ${member.taken ?? `${name}['${member.name}']`} | undefined;`,
  );
  return `  '${tagName}': {\n${lines.join('\n')}\n  };`;
}

/** @param {Element} element */
function eventsOf({ tagName, events }) {
  const own = events.filter(({ type }) => type?.text !== 'Event');
  const lines = own.map(event => `${doc(event)}    '${event.name}': ${event.type?.text};`);
  return `  '${tagName}': {${lines.length ? `\n${lines.join('\n')}\n  ` : ''}};`;
}

/** @param {{ description?: string }} described */
function doc({ description }) {
  return description ? `    /** ${description.replaceAll('*/', '* /')} */\n` : '';
}

const perTag = `{ [Name in keyof Elements]: Tag<Name> }`;

/** What a tag has of its own, where listeners are properties. */
const own = `import type { Attributes, Elements, Listeners, Properties } from './tags.js';

type Own<Name extends keyof Elements> = Omit<Attributes[Name], keyof Properties[Name]> &
  Properties[Name] &
  Listeners<Name>;
`;

const react = `${header}import type { HTMLAttributes, RefAttributes } from 'react';
${own}type Tag<Name extends keyof Elements> = Omit<HTMLAttributes<Elements[Name]>, keyof Own<Name>> &
  RefAttributes<Elements[Name]> &
  Own<Name>;
type Tags = ${perTag};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`;

const svelte = `${header}import type { HTMLAttributes } from 'svelte/elements';
${own}type Tag<Name extends keyof Elements> = Omit<HTMLAttributes<Elements[Name]>, keyof Own<Name>> & Own<Name>;
type Tags = ${perTag};

declare module 'svelte/elements' {
  export interface SvelteHTMLElements extends Tags {}
}
`;

const vue = `${header}import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Attributes, Elements, Events, Properties } from './tags.js';

type Own<Name extends keyof Elements> = Omit<Attributes[Name], keyof Properties[Name]> & Properties[Name];
type Emits<Name extends keyof Elements> = {
  [Event in keyof Events[Name]]: (event: Events[Name][Event]) => void;
};
/** \`v-model\` on what has a value and tells of it with \`input\`. */
type Model<Name extends keyof Elements> = Name extends 'phone-number-field' | 'phone-code-field'
  ? { modelValue?: string | undefined }
  : unknown;
type Tag<Name extends keyof Elements> = new () => Elements[Name] & {
  /** @deprecated For type checking alone: there is no such property. */
  $props: Omit<HTMLAttributes, keyof Own<Name>> & Own<Name> & Model<Name> & PublicProps;
  /** @deprecated For type checking alone: there is no such property. */
  $emit: EmitFn<Emits<Name>>;
};
type Tags = ${perTag};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
  /** What goes into a slot of the browser's own. */
  interface HTMLAttributes {
    slot?: string | undefined;
  }
}
`;

const preact = `${header}import type { HTMLAttributes } from 'preact';
${own}type Tag<Name extends keyof Elements> = Omit<HTMLAttributes<Elements[Name]>, keyof Own<Name>> & Own<Name>;
type Tags = ${perTag};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`;

const solid = `${header}import type { JSX } from 'solid-js';
import type { Attributes, Elements, Events, Properties } from './tags.js';

type Own<Name extends keyof Elements> = Omit<Attributes[Name], keyof Properties[Name]> &
  Properties[Name] & {
    [Property in keyof Properties[Name] & string as \`prop:\${Property}\`]?: Properties[Name][Property];
  } & {
    [Event in keyof Events[Name] & string as \`on:\${Event}\`]?: (event: Events[Name][Event]) => void;
  };
type Tag<Name extends keyof Elements> = Omit<JSX.HTMLAttributes<Elements[Name]>, keyof Own<Name>> & Own<Name>;
type Tags = ${perTag};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`;
