/**
 * The package's elements as data, read from their source by the custom elements manifest's analyzer. From it the API reference
 * (manifest-docs.mjs), what editors know (manifest-editors.mjs) and the typed tags (manifest-types.mjs) are made.
 */
import { join, resolve } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { readVariables } from './manifest-variables.mjs';

const root = resolve(import.meta.dirname, '..');
const adaptersFile = 'src/backends/index.ts';

/**
 * @typedef {{ name: string, description?: string, type?: { text: string } }} Named
 * @typedef {Named & { attribute?: string, default?: string, reflects?: boolean, readonly?: boolean, kind: 'field',
 *   privacy: 'public', values?: string[] | undefined, taken?: string | undefined, inheritedFrom?: { name: string } }} Field
 * @typedef {Named & { kind: 'method', privacy: 'public', parameters: Named[], return: { type: { text: string } },
 *   inheritedFrom?: { name: string } }} Method
 * @typedef {Named & { fieldName: string, default?: string, values?: string[] | undefined }} Attribute
 * @typedef {Named & { default?: string | undefined }} CssProperty
 * @typedef {Named & { cancelable: boolean, fields: Named[] }} EventInfo
 * @typedef {{ kind: 'class', customElement: true, name: string, tagName: string, description: string,
 *   superclass: { name: string, package: string }, isFormAssociated: boolean, attributes: Attribute[],
 *   members: (Field | Method)[], events: EventInfo[], slots: Named[], cssParts: Named[],
 *   cssProperties: CssProperty[] }} Element
 */

const order = [
  'phone-sign-in',
  'phone-number-field',
  'phone-code-field',
  'phone-country-picker',
  'phone-resend-button',
];

/** What the analyzer has, and what `typesPlugin` adds to it. @typedef {Omit<Field, 'privacy' | 'kind'> & { kind: 'field' | 'method',
 *   privacy?: string, static?: boolean, isInternal?: boolean, parameters?: (Named & { optional?: boolean, default?: string })[], return?: Method['return'] }} ReadMember
 * @typedef {Omit<Named, 'type'> & { tagName?: string, members?: ReadMember[], events?: Named[], slots?: Named[], cssParts?: Named[],
 *   cancelable?: boolean }} ReadClass
 */

/** Lit's own, and what browsers call: no part of what pages use. */
const callbacks = /^(form\w+Callback|scheduleUpdate|willUpdate|updated|firstUpdated|createRenderRoot)$/;

/** @returns {Element[]} the elements that the package exports, `<phone-sign-in>` first */
export function readElements() {
  const tsconfig = ts.readConfigFile(join(root, 'tsconfig.json'), path => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(tsconfig.config, ts.sys, root);
  const program = ts.createProgram([join(root, 'src/index.ts'), join(root, adaptersFile)], options);
  const manifest = create({
    modules: program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(root, 'src'))),
    plugins: [...litPlugin(), typesPlugin(program)],
    context: { dev: false },
  });
  const declarations = /** @type {ReadClass[]} */ (
    manifest.modules.flatMap(module => module.declarations ?? [])
  );
  const classes = new Map(declarations.map(one => [one.name, one]));
  const variables = readVariables();
  return order.flatMap(tag => {
    const read = declarations.find(({ tagName }) => tagName === tag);
    return read ? elementOf(read, classes, variables) : [];
  });
}

/**
 * What needs TypeScript's checker: the values of a choice, what a setter takes, what is inferred. And what is not for pages.
 *
 * @param {import('typescript').Program} program
 */
function typesPlugin(program) {
  const checker = program.getTypeChecker();
  /** @type {import('typescript').Type | undefined} */
  let adapterNames;
  program.getSourceFile(join(root, adaptersFile))?.forEachChild(node => {
    if (ts.isTypeAliasDeclaration(node) && node.name.text === 'BackendName')
      adapterNames = checker.getTypeAtLocation(node);
  });
  return {
    name: 'types',
    /** @param {{ node: import('typescript').Node, moduleDoc: { declarations: ReadClass[] } }} given */
    analyzePhase({ node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const read = moduleDoc.declarations.find(({ name }) => name === node.name?.text);
      if (!read) return;
      read.cancelable = node.getText().includes('cancelable: true');
      const states = statesOf(node);
      for (const known of read.members ?? []) {
        known.isInternal = states.includes(known.name);
        for (const member of node.members.filter(({ name }) => name?.getText() === known.name))
          addTypes(known, member);
      }
    },
  };

  /**
   * The adapters' names stand beside a type that is wider: an adapter of one's own may have any.
   *
   * @param {ReadMember} known @param {import('typescript').ClassElement} member
   */
  function addTypes(known, member) {
    known.isInternal ||= ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'internal');
    if (ts.isSetAccessorDeclaration(member)) known.taken = member.parameters[0]?.type?.getText();
    if (!ts.isPropertyDeclaration(member) && !ts.isGetAccessorDeclaration(member)) return;
    const type = checker.getTypeAtLocation(member);
    known.type ??= { text: checker.typeToString(type) };
    known.values = choiceOf((known.name === 'backend' && adapterNames) || type);
  }

  /** @param {import('typescript').Type} type @returns {string[] | undefined} its values, where it is one of a few */
  function choiceOf(type) {
    const all = type.isUnion() ? type.types.filter(one => !(one.flags & ts.TypeFlags.Undefined)) : [];
    const values = all.flatMap(one => (one.isStringLiteral() ? one.value : []));
    return values.length > 0 && values.length === all.length && values.length <= 12 ? values : undefined;
  }
}

/** @param {import('typescript').ClassDeclaration} node @returns {string[]} names that `static properties` says are an element's own state */
function statesOf(node) {
  const declared = node.members.find(member => member.name?.getText() === 'properties');
  const listed = declared && ts.isPropertyDeclaration(declared) ? declared.initializer : undefined;
  if (!listed || !ts.isObjectLiteralExpression(listed)) return [];
  return listed.properties.flatMap(one =>
    /\bstate: true/.test(one.getText()) ? (one.name?.getText() ?? []) : [],
  );
}

/**
 * @param {ReadClass} read @param {Map<string, ReadClass>} classes @param {CssProperty[]} variables
 * @returns {Element} what pages use of it
 */
function elementOf({ name, tagName = '', members = [], events = [], ...read }, classes, variables) {
  const hidden = (/** @type {ReadMember} */ member) =>
    member.isInternal ||
    member.static ||
    /private|protected/.test(member.privacy ?? '') ||
    callbacks.test(member.name);
  const shown = members.filter(member => !hidden(member)).map(memberOf);
  return {
    kind: 'class',
    customElement: true,
    name,
    tagName,
    description: oneLine(read.description),
    superclass: { name: 'LitElement', package: 'lit' },
    isFormAssociated: members.some(({ name }) => name === 'formAssociated'),
    attributes: shown.flatMap(member => (member.kind === 'field' ? attributeOf(member) : [])),
    members: shown,
    events: events.flatMap(event => (event.name ? eventOf(event, classes.get(event.type?.text ?? '')) : [])),
    slots: (read.slots ?? []).map(named),
    cssParts: (read.cssParts ?? []).map(named),
    cssProperties: variables.filter(({ name }) => tagName === 'phone-sign-in' || name !== '--phone-shadow'),
  };
}

/** @param {ReadMember} read @returns {Field | Method} */
function memberOf({ name, type, inheritedFrom, ...read }) {
  const common = {
    privacy: /** @type {const} */ ('public'),
    ...named({ name, ...read }),
    ...(inheritedFrom && { inheritedFrom: { name: inheritedFrom.name } }),
  };
  if (read.kind === 'method') {
    const parameters = (read.parameters ?? []).map(({ name, type, optional, default: initial }) => ({
      name: optional || initial ? `${name}?` : name,
      type: type ?? { text: initial === 'true' || initial === 'false' ? 'boolean' : 'unknown' },
    }));
    return { kind: 'method', ...common, parameters, return: read.return ?? { type: { text: 'void' } } };
  }
  const { values, taken, attribute, default: initial } = read;
  const text = (type?.text ?? 'unknown').replace(/\s+/g, ' ');
  return {
    kind: 'field',
    ...common,
    type: { text },
    ...(values && { values }),
    ...(initial !== undefined && initial.length < 20 && { default: initial }),
    ...(attribute && { attribute }),
    ...(read.reflects && { reflects: true }),
    ...(read.readonly && { readonly: true }),
    // A setter may take more than is answered: a number in any form.
    ...(taken && taken !== text && { taken }),
  };
}

/** @param {Field} field @returns {Attribute[]} */
function attributeOf({ attribute, name, description = '', type, default: initial, values }) {
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

/** @param {Named} event @param {ReadClass | undefined} read its class, if it is one of ours @returns {EventInfo} */
function eventOf({ name, description, type }, read) {
  return {
    name,
    description: oneLine(description || read?.description),
    type: { text: type?.text ?? 'Event' },
    cancelable: read?.cancelable ?? false,
    fields: (read?.members ?? []).map(({ type, ...field }) => ({
      ...named(field),
      type: type ?? { text: 'unknown' },
    })),
  };
}

/** @param {Named} read */
function named({ name, description }) {
  return { name, description: oneLine(description) };
}

/** @param {string | undefined} text */
function oneLine(text = '') {
  return text.replace(/\s*\n\s*(?!\n)/g, ' ').trim();
}
