/** Properties, attributes and methods, read from one class of ours. */
import ts from 'typescript';
import { commentOf, isInternal, typeOf } from './manifest-source.mjs';

/** @typedef {import('./manifest.mjs').Field} Field */
/** @typedef {import('./manifest.mjs').Method} Method */
/** @typedef {import('./manifest.mjs').Attribute} Attribute */

/** What a class of ours inherits from Lit or answers to the browser: no part of what pages use. */
const callbacks =
  /^(connectedCallback|disconnectedCallback|form\w+Callback|scheduleUpdate|willUpdate|update|updated|firstUpdated|render)$/;

/**
 * The initializer of `static properties`: name → what Lit is told of it.
 *
 * @param {ts.ClassDeclaration} node @returns {Record<string, Record<string, string>>}
 */
export function declaredProperties(node) {
  const declaration = node.members.find(
    member => ts.isPropertyDeclaration(member) && member.name.getText() === 'properties',
  );
  const initializer = declaration && ts.isPropertyDeclaration(declaration) && declaration.initializer;
  if (!initializer || !ts.isObjectLiteralExpression(initializer)) return {};
  return Object.fromEntries(
    initializer.properties
      .filter(ts.isPropertyAssignment)
      .map(({ name, initializer: options }) => [
        name.getText(),
        Object.fromEntries(
          (ts.isObjectLiteralExpression(options)
            ? options.properties.filter(ts.isPropertyAssignment)
            : []
          ).map(option => [option.name.getText(), option.initializer.getText().replace(/^'|'$/g, '')]),
        ),
      ]),
  );
}

/**
 * @param {ts.ClassElement} member @param {Record<string, Record<string, string>>} declared
 * @param {Record<string, string[] | undefined>} known @param {ts.TypeChecker} checker
 * @returns {Field | Method | undefined}
 */
export function describeMember(member, declared, known, checker) {
  const name = member.name?.getText() ?? '#';
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static;
  if (ts.getCombinedModifierFlags(member) & hidden || name.startsWith('#') || callbacks.test(name)) return;
  const { members } = /** @type {ts.ClassDeclaration} */ (member.parent);
  const namesakes = members.filter(other => other.name?.getText() === name);
  if (namesakes.some(isInternal) || ts.isConstructorDeclaration(member)) return;
  const description = commentOf(member);
  if (ts.isMethodDeclaration(member)) {
    return {
      kind: 'method',
      privacy: 'public',
      name,
      description,
      parameters: member.parameters.map(parameter => ({
        name: `${parameter.name.getText()}${parameter.questionToken ? '?' : ''}`,
        type: { text: parameter.type?.getText() ?? 'unknown' },
      })),
      return: { type: { text: typeOf(member, checker).text } },
    };
  }
  // The setter says no more than the getter beside it, or it is the one that is documented.
  if (ts.isPropertyDeclaration(member) || ts.isGetAccessorDeclaration(member)) {
    const options = declared[name];
    const { text, values = known[name] } = typeOf(member, checker);
    const initial = ts.isPropertyDeclaration(member) ? member.initializer?.getText() : undefined;
    const attribute =
      options && options.attribute !== 'false' ? (options.attribute ?? name.toLowerCase()) : '';
    const setter = namesakes.find(ts.isSetAccessorDeclaration);
    const isReadonly = ts.isGetAccessorDeclaration(member) && !setter;
    // A setter may take more than is answered: a number in any form.
    const taken = setter?.parameters[0]?.type?.getText();
    return {
      kind: 'field',
      privacy: 'public',
      name,
      description,
      type: { text },
      ...(values && { values }),
      ...(initial !== undefined && initial.length < 20 && { default: initial }),
      ...(attribute && { attribute }),
      ...(options?.reflect && { reflects: true }),
      ...(isReadonly && { readonly: true }),
      ...(taken && taken !== text && { taken }),
    };
  }
  return undefined;
}

/** @param {Field} field @returns {Attribute[]} */
export function attributeOf({ attribute, name, description = '', type, default: initial, values }) {
  if (!attribute) return [];
  return [
    {
      name: attribute,
      fieldName: name,
      description,
      type: { text: type?.text ?? 'string' },
      ...(values && { values }),
      ...(initial !== undefined && { default: initial }),
    },
  ];
}
