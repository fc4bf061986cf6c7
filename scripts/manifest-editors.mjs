/** What VS Code knows of tags, attributes and CSS variables: its "custom data" formats. */

/** @typedef {import('./manifest.mjs').Element} Element */

/** @param {string} value */
const markdown = value => ({ kind: 'markdown', value });

/** @param {Element[]} elements */
export function htmlData(elements) {
  return {
    version: 1.1,
    tags: elements.map(({ tagName, description, attributes }) => ({
      name: tagName,
      description: markdown(description),
      attributes: attributes.map(({ name, description = '', type, values }) => ({
        name,
        description: markdown(description),
        // A mark of its own: such an attribute takes no value.
        ...(type?.text === 'boolean' && { valueSet: 'v' }),
        ...(values && { values: values.map(value => ({ name: value })) }),
      })),
      references: [{ name: 'Reference', url: 'https://www.npmjs.com/package/phone-sign-in' }],
    })),
  };
}

/** @param {Element[]} elements */
export function cssData(elements) {
  const variables = new Map(
    elements.flatMap(({ cssProperties }) => cssProperties).map(variable => [variable.name, variable]),
  );
  return {
    version: 1.1,
    properties: [...variables.values()].map(({ name, description = '', default: initial }) => ({
      name,
      description: markdown(`${description} Default: \`${initial}\``),
    })),
    pseudoElements: [],
  };
}
