/** `docs/api.md`, made from the elements: `node scripts/manifest-docs.mjs` writes it, a test says when it is stale. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readElements } from './manifest.mjs';

const file = join(resolve(import.meta.dirname, '..'), 'docs/api.md');

/** @typedef {import('./manifest.mjs').Element} Element */

/** @param {Element[]} [elements] */
export async function apiReference(elements = readElements()) {
  const variables = elements[0]?.cssProperties ?? [];
  const parts = [
    '# API reference',
    'Made from the code by `npm run docs:api`; what an editor knows of the tags (`custom-elements.json`, VS Code’s custom data) and the typed tags of React, Preact, Vue, Svelte and Solid come from the same place. How to use it all: [embed](./embed.md), [theming](./theming.md).',
    elements.map(({ tagName }) => `[\`<${tagName}>\`](#${tagName})`).join(' · ') +
      ' · [CSS variables](#css-variables)',
    ...elements.flatMap(elementDocs),
    '## CSS variables',
    'Set them on the element or anywhere above it. Parts reach the rest: `phone-sign-in::part(submit) { … }`.',
    table(
      ['Variable', 'Default', ''],
      variables.map(variable => [
        code(variable.name),
        variable.default ? code(variable.default) : '',
        variable.description ?? '',
      ]),
    ),
  ];
  const config = await resolveConfig(file);
  return format(parts.filter(Boolean).join('\n\n'), { ...config, parser: 'markdown' });
}

/** @param {Element} element */
function elementDocs(element) {
  const fields = element.members.filter(member => member.kind === 'field');
  const methods = element.members.filter(member => member.kind === 'method');
  // A button has no value.
  const inForm =
    element.isFormAssociated && element.tagName !== 'phone-resend-button'
      ? 'Part of a form: `form`, `FormData`, `required` and `reset()` work as with a native control.'
      : '';
  return [
    `## ${element.tagName}`,
    element.description,
    inForm,
    '### Attributes and properties',
    table(
      ['Attribute', 'Property', 'Type', 'Default', ''],
      fields.map(field => [
        field.attribute ? code(field.attribute) : '',
        code(field.name) + (field.readonly ? ', read-only' : ''),
        code(field.values ? choice(field) : (field.type?.text ?? '')),
        field.default === undefined || field.default === "''" ? '' : code(field.default),
        field.description ?? '',
      ]),
    ),
    ...section(
      'Methods',
      ['Method', ''],
      methods.map(method => [signature(method), method.description ?? '']),
    ),
    ...section('Events', ['Event', 'Its fields', ''], element.events.map(eventRow)),
    ...section('Slots', ['Slot', ''], element.slots.map(namedRow)),
    ...section('Parts', ['Part', ''], element.cssParts.map(namedRow)),
  ];
}

/** @param {import('./manifest.mjs').Field} field */
function choice({ type, values = [] }) {
  const all = values.map(value => `'${value}'`).join(' | ');
  return /Backend/.test(type?.text ?? '') ? `${all} | Backend` : all;
}

/** @param {import('./manifest.mjs').Method} method */
function signature({ name, parameters, return: answer }) {
  const given = parameters.map(parameter => `${parameter.name}: ${parameter.type?.text}`).join(', ');
  return code(`${name}(${given}): ${answer.type.text}`);
}

/** @param {import('./manifest.mjs').EventInfo} event */
function eventRow({ name, description = '', fields, cancelable }) {
  const listed = fields.map(field => {
    const what = field.description ? ` ${field.description}` : '';
    return `${code(`${field.name}: ${field.type?.text}`)}${what}`;
  });
  const canBeStopped = cancelable && !/cancelable/i.test(description) ? ' Cancelable.' : '';
  return [code(name), listed.join('<br>'), description + canBeStopped];
}

/** @param {{ name: string, description?: string }} named */
function namedRow({ name, description = '' }) {
  return [code(name), description];
}

/** @param {string} title @param {string[]} head @param {string[][]} rows */
function section(title, head, rows) {
  return rows.length ? [`### ${title}`, table(head, rows)] : [];
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** @param {string} text */
function code(text) {
  return `\`${text}\``;
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].replaceAll('\\', '/'))) {
  writeFileSync(file, await apiReference());
  console.log('Wrote docs/api.md');
}
