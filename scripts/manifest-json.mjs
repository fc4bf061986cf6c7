/** `custom-elements.json`: https://github.com/webcomponents/custom-elements-manifest */

/** @typedef {import('./manifest.mjs').Element} Element */

/** @param {Element[]} elements */
export function manifestOf(elements) {
  const events = new Map(elements.flatMap(element => element.events).map(event => [event.type?.text, event]));
  events.delete('Event');
  const names = [...elements.map(({ name }) => name), ...events.keys()];
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: 'dist/index.js',
        declarations: [...elements.map(declarationOf), ...[...events.values()].map(eventClassOf)],
        exports: names.map(name => ({ kind: 'js', name, declaration: { name, module: 'dist/index.js' } })),
      },
      {
        kind: 'javascript-module',
        path: 'dist/define.js',
        exports: elements.map(({ name, tagName }) => ({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: { name, module: 'dist/index.js' },
        })),
      },
    ],
  };
}

/** @param {Element} element */
function declarationOf({ isFormAssociated, attributes, members, events, ...element }) {
  const inForm = isFormAssociated ? ' Takes part in forms.' : '';
  return {
    ...element,
    description: element.description + inForm,
    attributes: attributes.map(({ values, type, ...attribute }) => ({
      ...attribute,
      type: { text: values?.map(value => `'${value}'`).join(' | ') ?? type?.text ?? 'string' },
    })),
    members: members.map(member => {
      if (member.kind === 'method') return member;
      // Of our own, and not in the format.
      const own = ['values', 'taken'];
      return Object.fromEntries(Object.entries(member).filter(([key]) => !own.includes(key)));
    }),
    events: events.map(({ name, description, type }) => ({ name, description, type })),
  };
}

/** @param {import('./manifest.mjs').EventInfo} event */
function eventClassOf({ type, description, fields }) {
  return {
    kind: 'class',
    name: type?.text,
    description,
    superclass: { name: 'Event', package: 'global:' },
    members: fields.map(field => ({ ...field, kind: 'field', privacy: 'public', readonly: true })),
  };
}
