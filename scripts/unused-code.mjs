/** What the CDN files do without: code of libraries that is there for others. */

/**
 * What Lit keeps for others: browsers without adopted style sheets (none that has form-associated elements is one),
 * decorators, polyfills, directives, servers, and the count of its copies. By file; `''` takes a piece out.
 *
 * @type {Record<string, [piece: RegExp, instead: string][]>}
 */
const unused = {
  // Our style sheets are plain text, and each is made once.
  'reactive-element/css-tag.js': [
    [/constructor\(t,e,o\)\{.*?this\.t=e\}/, 'constructor(t){this.cssText=t}'],
    [
      /const s=this\.t;if\(e&&void 0===t\)\{.*?(\(this\.o=t=.*?\.cssText\)).*?\}toString.*?(?=\}const r)/,
      'return void 0===t&&$1,t}',
    ],
    [/(?<=,i=)\(t,\.\.\.e\)=>.*?(?=,S=)/, 't=>new n(t[0])'],
    [/(?<=S=\(s,o\)=>\{).*?appendChild\(o\)\}/, 's.adoptedStyleSheets=o.map(t=>t.styleSheet)'],
  ],
  // Our properties change when their value is another, come from attributes by a function, and go to them as text.
  'reactive-element/reactive-element.js': [
    [/,l=c\?c\.emptyScript:""/, ''],
    [/u=\{toAttribute.*?fromAttribute(\(t,s\))(\{.*?return i\})\}/, 'u=$1=>$2'],
    [/case Object:case Array:/, 'case Object:'],
    [/(?<=,b=)\{.*?hasChanged:f\}/, '{}'],
    [/\(i\.hasChanged\?\?f\)/, 'f'],
    [/h=\(void 0!==i\.converter\?\.toAttribute\?i\.converter:u\)\.toAttribute\(s,i\.type\)/, 'h=s'],
    [/,h="function"==typeof t\.converter.*?:u(?=;)/, ''],
    [/h\.fromAttribute\(/, '(t.converter??u)('],
    [/,s=\[\.\.\.r\(t\),\.\.\.o\(t\)\];for\(const i of s\)/, ';for(const i of r(t))'],
    [/"string"==typeof t\?t\.toLowerCase\(\):void 0/, 't.toLowerCase()'],
    [
      /this\.hasOwnProperty\(d\("elementProperties"\)\)/,
      'this.elementProperties!==n(this).elementProperties',
    ],
    [/y\[d\("elementProperties"\)\]/, 'y.elementProperties'],
    [/static finalizeStyles\(s\)\{.*?return i\}/, ''],
    [/this\.finalizeStyles\(this\.styles\)/, 'this.styles??[]'],
    [/y\.elementStyles=\[\],y\.shadowRootOptions=\{mode:"open"\},/, ''],
    [/removeController\(t\)\{.*?\}/, ''],
    [/enableUpdating\(t\)\{\}/, ''],
    [/this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{return /, ''],
    [
      /let t=!1;(const s=this\._\$AL;try\{)t=this\.shouldUpdate\(s\),t\?\((.*?)\):this\._\$EM\(\)\}catch\(s\)\{throw t=!1,(.*?)\}t&&/,
      '$1$2}catch(s){throw $3}',
    ],
    [/shouldUpdate\(t\)\{return!0\}/, ''],
    [/willUpdate\(t\)\{\}/, ''],
    [/firstUpdated\(t\)\{\}/, ''],
    [/this\[e\]=r\?\?this\._\$Ej\?\.get\(e\)\?\?r/, 'this[e]=r'],
    [/\|\|i\.useDefault&&i\.reflect&&.*?_\$Eu\(t,i\)\)/, ''],
    [
      /\{useDefault:i,reflect:e,wrapped:h\},r\)\{i&&!.*?\|\|(\(this\._\$AL\.has.*?)\|\|i\|\|/,
      '{reflect:e}){$1||',
    ],
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),a\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh=)/, ''],
    [/static addInitializer\(t\)\{.*?\}(?=static get observedAttributes)/, ''],
    [/,void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\)/, ''],
    [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, ''],
    [/,p\?\.\(\{ReactiveElement:y\}\),\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  ],
  // Our templates have no directives, comments, MathML or tags that are expressions, and no expressions within `<style>` or
  // `<textarea>`, for an element as a whole, or before a "/>". What is drawn is drawn at the end of an empty root.
  'lit-html/lit-html.js': [
    [/\w\?\.\(\w,\w\),\((\w)\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ';'],
    [/function M\(t,i,s=t,e\)\{.*?\}(?=class R)/, ''],
    [/class Z\{.*?\}(?=const j=)/, ''],
    [/(?<=const )j=\{.*?\},(?=B=)/, ''],
    [/j as _\$LH,/, ''],
    [/t=M\(this,t,i\),/, ''],
    [/t=M\(this,t,i,0\),/, ''],
    [/r=M\(this,(e\[s\+n\]),i,n\),r===E&&\(r=this\._\$AH\[n\]\),/, 'r=$1,'],
    [/if\(\(t=M\(this,t,i,0\)\?\?A\)===E\)return;/, 't??=A;'],
    [/(?<=o=!a\(t\)\|\|t!==this\._\$AH)&&t!==E/, ''],
    [/\(!--\|\\\/\[\^a-zA-Z\]\)\|(\(.*?\))\|\(\\\/\?\$\)/, '$1'],
    [/"!--"===u\[1\]\?c=_:.*?void 0!==u\[3\]&&\(c=p\):(?=c===p)/, 'c=p:'],
    [/c=n\?\?v/, 'c=v'],
    [/:c===\$\|\|c===g\?c=p:c===_.*?n=void 0\)/, ':c=p'],
    [/const x=c===p&&t\[i\+1\]\.startsWith\("\/>"\)\?" ":"";/, ''],
    [/\+o\+x\)/, '+o)'],
    [/-2===d\?i:x/, '-2===d?i:""'],
    [/:3===i\?"<math>":""/, ':""'],
    [/:3===i\?"<\/math>":""/, ':""'],
    [/2===i\|\|3===i/, '2===i'],
    [/if\(y\.test\(r\.tagName\)\)\{.*?r\.append\(t\[i\],c\(\)\)\}\}/, ''],
    [/else\{let t=-1;for\(;-1!==\(t=r\.data\.indexOf.*?o\.length-1\}/, ''],
    [/else t\.startsWith\(o\)&&\(d\.push\(\{type:6,index:l\}\),r\.removeAttribute\(t\)\);/, ''],
    [/1===r\.type\?(i=new r\.ctor\(.*?\)):6===r\.type&&\(i=new Z\(h,this,t\)\)/, '$1'],
    [/get _\$AU\(\)\{return .*?\}/g, ''],
    [/get parentNode\(\)\{return this\._\$AM\.parentNode\}/, ''],
    [/get parentNode\(\)\{let t=this.*?\),t\}get startNode\(\)\{.*?\}get endNode\(\)\{.*?\}/, ''],
    [/get tagName\(\)\{.*?\}/, ''],
    [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=3\}/, ''],
    [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=4\}/, ''],
    [/constructor\(t,i,s,e,h\)\{super\(t,i,s,e,h\),this\.type=5\}/, ''],
    [/this\.type=[12],/g, ''],
    [/this\._\$AN=void 0,/g, ''],
    [/,this\._\$AM=\w/g, ''],
    [/\|\|t\.once!==s\.once\|\|t\.passive!==s\.passive/, ''],
    [/,this\._\$Cv=e\?\.isConnected\?\?!0/, ''],
    [/,_\$litType\$:s\}=t,e="number"==typeof s\?(this\._\$AC\(t\)):.*?,s\)(?=;)/, '}=t,e=$1'],
    [/this\._\$AP\?\.\(!1,!0,s\)/, ''],
    [/const s=i\(t\)\.nextSibling;i\(t\)\.remove\(\)/, 'const s=t.nextSibling;t.remove()'],
    [/setConnected\(t\)\{.*?\}(?=\}class H)/, ''],
    [/\(t\?\.creationScope\?\?l\)/, 'l'],
    [
      /const e=s\?\.renderBefore\?\?i;let h=e(\._\$litPart\$;if\(void 0===h\)\{)const t=s\?\.renderBefore\?\?null;e(\._\$litPart\$=h=new k\(i\.insertBefore\(c\(\),)t\),t,void 0,s\?\?\{\}/,
      'let h=i$1i$2null),null,void 0,s',
    ],
  ],
  // Goes past what is taken out of `lit-element` below.
  'shared/phone-element.ts': [[/protected override createRenderRoot\(\)[^]*?\n {2}\}\n/, '']],
  'lit-element/lit-element.js': [
    [/,this\._\$Do=void 0/, ''],
    [/createRenderRoot\(\)\{.*?firstChild,t\}/, ''],
    [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, ''],
    [/this\._\$Do=e\(/, 'e('],
    [/connectedCallback\(\)\{.*?setConnected\(!0\)\}disconnectedCallback\(\)\{.*?setConnected\(!1\)\}/, ''],
    [/render\(\)\{return r\}/, ''],
    [
      /i\._\$litElement\$=!0,i\["finalized"\]=!0,s\.litElementHydrateSupport\?\.\(\{LitElement:i\}\)/,
      'i["finalized"]=!0',
    ],
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
  // Numbers come to it as a plus and digits, or digits alone, of a country whose plan is there, and its plans in the newest
  // form: none without lengths, none that is of no country. What is wrong with a number, or of what kind it is, nobody asks.
  'es6-modern/constants.js': [
    [/(?<=VALID_DIGITS = )'.*'/, "'0-9'"],
    [/(?<=VALID_PUNCTUATION = )`.*`/, "'-/. ()\\\\[\\\\]~'"],
  ],
  'es6-modern/parseDigits.js': [
    [/export const DIGITS = [^]*?\n\};/, ''],
    [/DIGITS\[character\]/, 'character'],
    [/let result = '';[^]*?return result;/, "return string.replace(/\\D/g, '');"],
  ],
  'es6-modern/parseIncompletePhoneNumber.js': [[/let result = '';[^]*?return result;/, 'return string;']],
  'es6-modern/parse.js': [
    [/const PHONE_NUMBER_START_PATTERN = .*\n/, ''],
    [/const AFTER_PHONE_NUMBER_END_PATTERN = .*\n/, ''],
    [/(?<=function parseInput\(text, v2, extract\) \{)[^]*?\n\}/, 'return { number: text };}'],
    [/options\.v2/g, 'true'],
    [/if \(options\.defaultCountry && !metadata[^]*?\n {2}\}/, ''],
    [/throw new ParseError\([^)]*\)/g, 'return'],
    [/if \(carrierCode\) \{[^]*?phoneNumber\.__countryCallingCodeSource = .*/, ''],
    [/\bcountryCallingCodeSource,/g, ''],
  ],
  'es6-modern/parsePhoneNumber.js': [
    [/\(\) \{[^]*?normalizeArguments\(arguments\);/, '(text, options, metadata) {'],
  ],
  'es6-modern/parsePhoneNumber_.js': [
    [/if \(options && [^]*(?=\n\})/, 'return parsePhoneNumberWithError(text, options, metadata);'],
  ],
  'es6-modern/parsePhoneNumberWithError_.js': [[/_extends\(\{\}, options, \{[^]*?\}\)/, 'options']],
  'es6-modern/PhoneNumber.js': [
    [/if \(isObject\(nationalNumber\) && [^]*?\n {4}\}/, ''],
    [/(?:if \([^{]*\) \{\s*)?throw new TypeError\([^]*?\n {4}\}/g, ''],
  ],
  'es6-modern/isPossible.js': [
    [/if \(options === undefined\) \{[^]*?\n {2}\}/, ''],
    [/options\.v2/g, 'true'],
    [/if \(!input\.countryCallingCode\) \{\s*throw [^}]*\}/, ''],
    [/if \(metadata\.possibleLengths\(\)\) \{\s*(return .*)input\.phone \|\| (.*)[^]*?\n\}/, '$1$2\n}'],
  ],
  'es6-modern/isValid.js': [
    [/options = options \|\| \{\};/, ''],
    [/options\.v2/g, 'true'],
  ],
  'es6-modern/getNumberType.js': [
    [/options = options \|\| \{\};/, ''],
    [/options\.v2 \? input\.nationalNumber : input\.phone/, 'input.nationalNumber ?? input.phone'],
    [
      /const NON_FIXED_LINE_PHONE_TYPES = .*/,
      'const NON_FIXED_LINE_PHONE_TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9];',
    ],
    [
      /if \(isNumberTypeEqualTo\(nationalNumber, 'FIXED_LINE'[^]*?(return) 'FIXED_LINE';/,
      'if (isNumberTypeEqualTo(nationalNumber, 0, metadata)) {$1 true;',
    ],
  ],
  'es6-modern/checkNumberLength.js': [
    [/const type_info = .*/, ''],
    [/type_info && type_info\.possibleLengths\(\) \|\| /, ''],
    [/if \(type === 'FIXED_LINE_OR_MOBILE'\) \{[^]*?return 'INVALID_LENGTH';\s*\}/, ''],
  ],
  'es6-modern/stripIddPrefix.js': [
    [/const CAPTURING_DIGIT_PATTERN = .*/, ''],
    [/const matchedGroups = [^]*?(return;)\s*\}\s*\}/, "if (number[0] === '0') $1"],
  ],
  'es6-modern/extractCountryCallingCode.js': [
    [/isNumberWithIddPrefix = true;/, ''],
    [/countryCallingCodeSource: .*,/g, ''],
  ],
  'es6-modern/AsYouType.js': [
    [/if \(optionsOrDefaultCountry\) \{[^]*?\n {4}\}/, 'defaultCountry = optionsOrDefaultCountry;'],
  ],
  'es6-modern/AsYouTypeParser.js': [
    [/const VALID_FORMATTED_PHONE_NUMBER_DIGITS_PART = [^]*?(?=const COMPLEX_NATIONAL_PREFIX)/, ''],
    [/parseDigits\(formattedDigits\)/, 'formattedDigits'],
    [
      /let \[formattedDigits, hasPlus\] = [^]*?return .*/,
      "return text[0] === '+' ? [text.slice(1), true] : [text];",
    ],
  ],
  'es6-modern/AsYouTypeFormatter.js': [
    [/this\.nationalNumberTemplate = .*/g, ''],
    [/try \{(\s*return new PatternMatcher[^]*?undefined;)\s*\} catch [^]*?return true;\s*\}/, '$1'],
  ],
  'es6-modern/AsYouTypeFormatter.util.js': [
    [/if \(times < 1\) \{[^]*?return result \+ string;/, 'return string.repeat(times);'],
  ],
  'es6-modern/AsYouTypeFormatter.PatternParser.js': [
    [/if \([^{]*\{\s*throw new Error\(.*\s*\}/g, ''],
    [/else \{\s*throw new Error\(.*\s*\}/, ''],
    [/default:\s*throw new Error\(.*/, ''],
  ],
  'es6-modern/AsYouTypeFormatter.PatternMatcher.js': [
    [/if \([^{]*\{\s*throw new Error\(.*\s*\}/, ''],
    [/else \{\s*throw new Error\(.*\s*\}/g, ''],
    [/default:\s*throw new Error\(.*/, ''],
    [/if \(result && result\.match\) \{[^]*?(?=return result;)/, ''],
  ],
  'es6-modern/metadata.js': [
    [/setVersion\.call\(this, \w+(?:\.\w+)?\);/g, ''],
    [/this(?:\.metadata)?\.v[123]\b(?! =)/g, 'false'],
    [/(?<=function validateMetadata\(metadata\) \{)[^]*?\n\}/, '}'],
    [
      /(?<=hasCallingCode\(callingCode\) \{)[^]*?\n {2}\}/,
      'return this.getCountryCodesForCallingCode(callingCode);}',
    ],
    [
      /(?<=getCountryCodesForCallingCode\(callingCode\) \{)[^]*?\n {2}\}/,
      'return this.countryCallingCodes()[callingCode];}',
    ],
    [
      /(?<=getNumberingPlanMetadata\(callingCode\) \{)[^]*?\n {2}\}/,
      'return this.getCountryMetadata(this.getCountryCodeForCallingCode(callingCode));}',
    ],
    [/ && countryCode !== '001'/, ''],
    [/if \(this\.types\(\) && [^}]*\}/, ''],
    [/(?<=function getType\(types, type\) \{)[^]*?\n\}/, 'return types[type];}'],
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
      'getCountries nonGeographic isNonGeographicCallingCode country defaultIDDPrefix formats nationalPrefixForParsing ext chooseCountryByCountryCallingCode',
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
  const name = /[\w-]+\/(?:helpers\/)?[\w.-]+\.[jt]s$/.exec(path)?.[0].replace('helpers/', '') ?? '';
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
