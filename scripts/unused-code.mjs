/** What the CDN files do without: code of libraries that is there for others. */

/**
 * What Lit keeps for others: browsers without adopted style sheets (none that has form-associated elements is one),
 * decorators, polyfills, and the count of its copies. By file; `''` takes a piece out.
 *
 * @type {Record<string, [piece: RegExp, instead: string][]>}
 */
const unused = {
  'reactive-element/css-tag.js': [
    [/(?<=,e=)t\.ShadowRoot&&.*?CSSStyleSheet\.prototype/, '!0'],
    // Style sheets of ours are plain text.
    [/if\(this\._\$cssResult\$=!0,o!==s\)throw Error\(".*?"\);/, 'this._$cssResult$=!0;'],
    [/1===t\.length\?t\[0\]:e\.reduce\(.*?,t\[0\]\)(?=;return new n)/, 't[0]'],
  ],
  'reactive-element/reactive-element.js': [
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),a\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh=)/, ''],
    [/static addInitializer\(t\)\{.*?\}(?=static get observedAttributes)/, ''],
    [/,void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\)/, ''],
    [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, ''],
    [/,p\?\.\(\{ReactiveElement:y\}\),\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  ],
  // No directives, no expressions within comments, `<style>` or `<textarea>`, and none for an element as a whole.
  'lit-html/lit-html.js': [
    [/\w\?\.\(\w,\w\),\((\w)\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ';'],
    [/(?<=function M\(t,i)[^]*?(?=class R)/, '){return i}'],
    [/if\(y\.test\(r\.tagName\)\)\{.*?r\.append\(t\[i\],c\(\)\)\}\}/, ''],
    [/\(y\.test\(u\[2\]\)&&\(n=RegExp\("<\/"\+u\[2\],"g"\)\),c=p\)/, '(c=p)'],
    [/else\{let t=-1;for\(;-1!==\(t=r\.data\.indexOf.*?o\.length-1\}/, ''],
    [/else t\.startsWith\(o\)&&\(d\.push\(\{type:6,index:l\}\),r\.removeAttribute\(t\)\);/, ''],
    [/1===r\.type\?(i=new r\.ctor\(.*?\)):6===r\.type&&\(i=new Z\(h,this,t\)\)/, '$1'],
    [/get _\$AU\(\)\{return .*?\}/g, ''],
    [/this\._\$AN=void 0,/g, ''],
    [/,this\._\$Cv=e\?\.isConnected\?\?!0/, ''],
    [/this\._\$AP\?\.\(!1,!0,s\)/, ''],
    [/setConnected\(t\)\{.*?\}(?=\}class H)/, ''],
    [/\(t\?\.creationScope\?\?l\)/, 'l'],
  ],
  // Goes past what is taken out of `lit-element` below.
  'shared/phone-element.ts': [[/protected override createRenderRoot\(\)[^]*?\n {2}\}\n/, '']],
  'lit-element/lit-element.js': [
    [/createRenderRoot\(\)\{.*?firstChild,t\}/, ''],
    [/connectedCallback\(\)\{.*?setConnected\(!0\)\}disconnectedCallback\(\)\{.*?setConnected\(!1\)\}/, ''],
    [/,s\.litElementHydrateSupport\?\.\(\{LitElement:i\}\)/, ''],
    [/o\?\.\(\{LitElement:i\}\);/, ''],
    [/\(s\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
  ],
  'internal/runtime-msg.js': [
    [/options\?\.id \?\? generateId\(template\)/, 'options.id'],
    [/const hashCache = new Map\(\);/, ''],
    // A copy is handed on: the order that is kept is never another.
    [/const expressionOrders = new WeakMap\(\);/, ''],
    [/let order = expressionOrders\.get[^}]*\}/, 'const order = localized.values;'],
  ],
  // Numbers come to it as a plus and digits, or digits alone, and its plans in the newest form.
  'es6-modern/parse.js': [
    [/(?<=function parseInput\(text, v2, extract\) \{)[^]*?\n\}/, 'return { number: text };}'],
    [/options\.v2/g, 'true'],
  ],
  'es6-modern/parsePhoneNumber.js': [
    [/\(\) \{[^]*?normalizeArguments\(arguments\);/, '(text, options, metadata) {'],
  ],
  'es6-modern/PhoneNumber.js': [
    [/if \(isObject\(nationalNumber\) && [^]*?\n {4}\}/, ''],
    [/(?:if \([^{]*\) \{\s*)?throw new TypeError\([^]*?\n {4}\}/g, ''],
  ],
  'es6-modern/isPossible.js': [[/options\.v2/g, 'true']],
  'es6-modern/isValid.js': [[/options\.v2/g, 'true']],
  'es6-modern/metadata.js': [
    [/setVersion\.call\(this, \w+(?:\.\w+)?\);/g, ''],
    [/this(?:\.metadata)?\.v[123]\b(?! =)/g, 'false'],
    [/(?<=function validateMetadata\(metadata\) \{)[^]*?\n\}/, '}'],
  ],
};

/**
 * Methods that nobody here calls, by file and class. No bundler can know.
 *
 * @type {Record<string, Record<string, string>>}
 */
const uncalled = {
  'es6-modern/PhoneNumber.js': {
    PhoneNumber:
      'setExt getPossibleCountries isNonGeographic isEqual getType format formatNational formatInternational getURI',
  },
  'es6-modern/AsYouType.js': {
    AsYouType:
      'getCallingCode getCountryCallingCode getCountry getNonFormattedTemplate getNumber isPossible isValid validateLength getNationalNumber getChars getTemplate',
  },
  'es6-modern/AsYouTypeFormatter.js': { AsYouTypeFormatter: 'getTemplate' },
  'es6-modern/metadata.js': {
    Metadata:
      'getCountries country defaultIDDPrefix formats nationalPrefixForParsing ext chooseCountryByCountryCallingCode',
    NumberingPlan: 'getDefaultCountryMetadataForRegion defaultIDDPrefix ext',
  },
};

/**
 * As much of a syntax tree (ESTree) as is looked at here.
 *
 * @typedef {{ type: string, start: number, end: number, key?: { name?: string }, id?: { name?: string } | null,
 *   body?: { body: Node[] }, declaration?: Node | null }} Node
 */

/** @param {string} code @param {string} name a class of it @param {(code: string) => { body: Node[] }} parse @returns {Node[]} */
function methodsOf(code, name, parse) {
  const declared = parse(code).body.map(node => node.declaration ?? node);
  const found = declared.find(({ type, id }) => type === 'ClassDeclaration' && id?.name === name);
  return found?.body?.body.filter(({ type }) => type === 'MethodDefinition') ?? [];
}

/**
 * @param {string} code
 * @param {string} id the module's path
 * @param {(code: string) => unknown} parse answers a syntax tree
 * @returns {string | undefined} the code without what is not used here; undefined where there is nothing to take out
 */
export function withoutUnused(code, id, parse) {
  const [path = ''] = id.split('?');
  const name = /[\w-]+\/(?:helpers\/)?[\w-]+\.[jt]s$/.exec(path)?.[0].replace('helpers/', '') ?? '';
  const pieces = unused[name];
  const classes = uncalled[name];
  if (!pieces && !classes) return undefined;
  const gone = (/** @type {unknown} */ what) =>
    new Error(`${name} has no ${String(what)} any more; see scripts/unused-code.mjs`);
  for (const [className, names] of Object.entries(classes ?? {})) {
    for (const method of names.split(' ')) {
      const methods = methodsOf(code, className, /** @type {(code: string) => { body: Node[] }} */ (parse));
      const node = methods.find(({ key }) => key?.name === method);
      if (!node) throw gone(`${className}.${method}`);
      code = code.slice(0, node.start) + code.slice(node.end);
    }
  }
  for (const [piece, instead] of pieces ?? []) {
    const rest = code.replace(piece, instead);
    if (rest === code) throw gone(piece);
    code = rest;
  }
  return code;
}
