/**
 * The package's elements as data, read from their source: a custom elements manifest, from which the API reference
 * (manifest-docs.mjs), what editors know (manifest-editors.mjs) and the typed tags (manifest-types.mjs) are made.
 *
 * Of our own, because the usual analyzer does not follow attributes through inherited `static properties` into other files,
 * and brings a second TypeScript.
 */
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { attributeOf, declaredProperties, describeMember } from './manifest-members.mjs';
import { commentOf, tagsOf, typeOf } from './manifest-source.mjs';
import { readVariables } from './manifest-variables.mjs';

const root = resolve(import.meta.dirname, '..');

/**
 * @typedef {{ name: string, description?: string, type?: { text: string } }} Named
 * @typedef {Named & { attribute?: string, default?: string, reflects?: boolean, readonly?: boolean, kind: 'field',
 *   privacy: 'public', values?: string[], taken?: string, inheritedFrom?: { name: string } }} Field
 * @typedef {Named & { kind: 'method', privacy: 'public', parameters: Named[], return: { type: { text: string } },
 *   inheritedFrom?: { name: string } }} Method
 * @typedef {Named & { fieldName: string, default?: string, values?: string[] }} Attribute
 * @typedef {Named & { default?: string | undefined }} CssProperty
 * @typedef {Named & { cancelable: boolean, fields: Named[] }} EventInfo
 * @typedef {{ kind: 'class', customElement: true, name: string, tagName: string, description: string,
 *   superclass: { name: string, package: string }, isFormAssociated: boolean, attributes: Attribute[],
 *   members: (Field | Method)[], events: EventInfo[], slots: Named[], cssParts: Named[],
 *   cssProperties: CssProperty[] }} Element
 */

/** @returns {Element[]} the elements that the package exports, `<phone-sign-in>` first */
export function readElements() {
  const entry = join(root, 'src/index.ts');
  const tsconfig = ts.readConfigFile(join(root, 'tsconfig.json'), path => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(tsconfig.config, ts.sys, root);
  const program = ts.createProgram([entry, join(root, 'src/backends/index.ts')], options);
  const checker = program.getTypeChecker();
  const variables = readVariables();
  /** Values that an attribute can take, where its type is wider. @type {Record<string, string[] | undefined>} */
  const known = { backend: adapterNames(program), colorScheme: ['light', 'dark', 'auto'] };

  /** @param {ts.ClassDeclaration} node @returns {ts.ClassDeclaration[]} itself and what it extends, of ours */
  function lineage(node) {
    const parent = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
      ?.types[0];
    const declared = parent && checker.getTypeAtLocation(parent.expression).symbol?.valueDeclaration;
    const isOurs = declared && ts.isClassDeclaration(declared) && isSource(declared);
    return isOurs ? [node, ...lineage(declared)] : [node];
  }

  /** @param {ts.Node} node */
  const isSource = node => node.getSourceFile().fileName.startsWith(join(root, 'src'));

  /** @param {string} name @returns {ts.ClassDeclaration | undefined} an event's class, wherever it stands */
  function classNamed(name) {
    for (const file of program.getSourceFiles().filter(isSource)) {
      const found = file.statements.find(node => ts.isClassDeclaration(node) && node.name?.text === name);
      if (found) return /** @type {ts.ClassDeclaration} */ (found);
    }
    return undefined;
  }

  /** @param {ts.ClassDeclaration} node @returns {Element} */
  function elementOf(node) {
    const tags = tagsOf(node);
    const classes = lineage(node);
    /** @type {ReturnType<typeof declaredProperties>} */
    const declared = {};
    for (const one of classes.toReversed()) Object.assign(declared, declaredProperties(one));
    /** @type {Map<string, Field | Method>} */
    const members = new Map();
    for (const owner of classes) {
      for (const member of owner.members) {
        const described = describeMember(member, declared, known, checker);
        if (!described || members.has(described.name)) continue;
        members.set(described.name, {
          ...described,
          ...(owner !== node && { inheritedFrom: { name: owner.name?.text ?? '' } }),
        });
      }
    }
    const fields = [...members.values()].filter(member => member.kind === 'field');
    const [tagName = ''] = tags.get('element') ?? [];
    return {
      kind: 'class',
      customElement: true,
      name: node.name?.text ?? '',
      tagName,
      description: commentOf(node),
      superclass: { name: 'LitElement', package: 'lit' },
      isFormAssociated: node.members.some(member => member.name?.getText() === 'formAssociated'),
      attributes: fields.flatMap(attributeOf),
      members: [...members.values()],
      events: (tags.get('fires') ?? []).map(text => eventOf(text, classNamed, checker)),
      slots: (tags.get('slot') ?? []).map(named),
      cssParts: (tags.get('csspart') ?? []).map(named),
      cssProperties: variables.filter(({ name }) => tagName === 'phone-sign-in' || name !== '--phone-shadow'),
    };
  }

  const module = checker.getSymbolAtLocation(/** @type {ts.SourceFile} */ (program.getSourceFile(entry)));
  return checker
    .getExportsOfModule(/** @type {ts.Symbol} */ (module))
    .map(symbol => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .flatMap(({ valueDeclaration: node }) =>
      node && ts.isClassDeclaration(node) && tagsOf(node).has('element') ? [elementOf(node)] : [],
    )
    .sort((a, b) => order.indexOf(a.tagName) - order.indexOf(b.tagName));
}

const order = [
  'phone-sign-in',
  'phone-number-field',
  'phone-code-field',
  'phone-country-picker',
  'phone-resend-button',
];

/** The adapters' names, from the table that loads them. @param {ts.Program} program */
function adapterNames(program) {
  const table = program.getSourceFile(join(root, 'src/backends/index.ts'));
  const node = table?.statements.find(
    statement => ts.isTypeAliasDeclaration(statement) && statement.name.text === 'BackendName',
  );
  if (!node) throw new Error('src/backends/index.ts has no BackendName any more');
  const type = program.getTypeChecker().getTypeAtLocation(node);
  return type.isUnion() ? type.types.flatMap(one => (one.isStringLiteral() ? [one.value] : [])) : [];
}

/**
 * "{Type} name - What it tells." and its class.
 *
 * @param {string} text @param {(name: string) => ts.ClassDeclaration | undefined} classNamed
 * @param {ts.TypeChecker} checker @returns {EventInfo}
 */
function eventOf(text, classNamed, checker) {
  const [, type = 'Event', rest = ''] = /^(?:\{(\w+)\}\s*)?(.*)$/s.exec(text) ?? [];
  const { name, description } = named(rest);
  const node = classNamed(type);
  const fields = [...(node?.members ?? [])].filter(ts.isPropertyDeclaration).map(member => ({
    name: member.name.getText(),
    description: commentOf(member),
    type: { text: typeOf(member, checker).text },
  }));
  return {
    name,
    description: description || (node ? commentOf(node) : ''),
    type: { text: type },
    cancelable: /cancelable: true/.test(node?.getText() ?? ''),
    fields,
  };
}

/** "name - What it is." @param {string} text @returns {{ name: string, description: string }} */
function named(text) {
  const [, name = '', description = ''] = /^(\S*)\s*(?:-\s*)?(.*)$/s.exec(text) ?? [];
  return { name, description };
}
