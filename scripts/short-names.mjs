/** Names that Lit and our own elements have among themselves: they are short in the CDN files, and the same in each of them. */
import { parseSync, Visitor } from 'vite';

/**
 * What is Lit's or ours alone, beside the names that Lit begins with `_$`. A name that is not here is merely longer; one that is
 * here must not be said by a page, a server, a storage or the platform (a unit test looks), nor in a text of the files (the
 * build does).
 */
export const ownNames = {
  lit: `addController createProperty createRenderRoot ctor elementProperties elementStyles enableUpdating finalize
    firstUpdated getPropertyDescriptor getPropertyOptions hasUpdated hostConnected hostDisconnected hostUpdate
    hostUpdated isUpdatePending noAccessor performUpdate renderOptions renderRoot scheduleUpdate shadowRootOptions
    willUpdate`.split(/\s+/),
  ours: `_chooseLanguage _customProblem _flags _languageObserver _loading _problem _show _texts abortAll
    activeCountry alongside announce announceSent callingCode canResetPassword changeNumberText chooseCountry
    codeError codeErrorText codeField comesFirst complain complaint continueText countryName countTo
    expiresInMs findAgain focusable formatter giveUp groupAt groupsBefore hasOlder isBusy isChosen isComing
    isCurrent isDirty isDisabled isEmpty isFirst isHanded isHere isInField isInLanguage isLocked isMissed
    isOffline isOnlyOffered isOpen isOver isPasswordNext isRejected isSending isShaking isShown isUnder
    isWaiting isWhole judge loadRest needsProof newCodeInMs nextPicture notice numberChanged numberField
    ofPage otherWay pageLanguage pressDefault rareErrorText refuse remainingMs renderCountry renderNumber
    renderOffers renderWayBack renewsInMs reread resendError retryInMs reword rowHeight score scrolledTo
    setText settle setToken shownPhone showNumber startTop submitText takeTyped textable topOf unsettled
    usePassword warnOfExpiry widen willText`.split(/\s+/),
};

/** Frameworks keep things of their own on elements, Preact under `l`: none of them under a name that begins so. */
const capitals = 'CTSAEPIRNLDMOUFBHGVWKYXJZQ';
const letters = `etisnroahlducpmgfbvywxkjqz${capitals}`;

/** @param {ReadonlyMap<string, number>} taken @returns {Generator<string, never>} the shortest first */
function* unusedNames(taken) {
  for (let starts = [...capitals]; ; starts = starts.flatMap(start => [...letters].map(next => start + next)))
    for (const start of starts) if (!taken.has(start)) yield start;
}

/**
 * @param {readonly string[]} codes every file of a build
 * @returns {Map<string, string>} each of `ownNames` that is in them → a short name that is not
 */
export function shortNames(codes) {
  /** How often a property of this name is written. @type {Map<string, number>} */
  const counts = new Map();
  /** Words that are in a text, a template or the list of what a file exports. @type {Set<string>} */
  const said = new Set();
  /** @param {object} key @param {boolean} computed */
  const count = (key, computed) => {
    if (computed || !('type' in key) || key.type !== 'Identifier') return;
    const { name } = /** @type {{ name: string }} */ (/** @type {unknown} */ (key));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  /** @param {unknown} text */
  const say = text => {
    if (typeof text === 'string') for (const word of text.match(/[\w$]+/g) ?? []) said.add(word);
  };
  const visitor = new Visitor({
    Literal: ({ value }) => say(value),
    TemplateElement: ({ value }) => say(value.raw),
    ExportSpecifier: ({ exported }) => say('name' in exported ? exported.name : exported.value),
    MemberExpression: ({ property, computed }) => count(property, computed),
    Property: ({ key, computed }) => count(key, computed),
    MethodDefinition: ({ key, computed }) => count(key, computed),
    PropertyDefinition: ({ key, computed }) => count(key, computed),
  });
  for (const code of codes) visitor.visit(parseSync('chunk.js', code).program);

  const own = new Set([...ownNames.lit, ...ownNames.ours]);
  const found = [...counts.keys()].filter(name => own.has(name) || name.startsWith('_$'));
  const open = found.filter(name => said.has(name));
  if (open.length > 0)
    throw new Error(`${open.join(', ')} can be looked up by name now; see scripts/short-names.mjs`);
  const short = unusedNames(counts);
  return new Map(
    found.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).map(name => [name, short.next().value]),
  );
}
