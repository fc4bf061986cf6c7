/** Defects to put into a built copy, each with the case that must catch it and what that case says then. */

export interface Seed {
  name: string;
  /** In the built text, all files; names made by the bundler are left open. */
  from: RegExp;
  to: string;
  /** The name of the case that catches it. */
  caughtBy: string;
  /** Part of how it fails, so that it fails for this reason. */
  says: RegExp;
}

const number = 'an error is tied to its field: number';
const codeAndPassword = 'an error is tied to its field: code and password';
const again = 'an error is said, and the same one again is said again';
const toStep = 'focus goes to each new step, and to a field that was refused';
const stays = 'focus stays where it is while time passes, texts change and answers come';
const notTaken = 'focus is not taken out of another field of the page';
const notLost =
  'focus is not lost when the countdown becomes a button, the list closes, or a password is saved';
const tryAgain = 'focus is not lost when "Try again" goes away';
const sendAnyway = 'focus is not lost when "Send anyway" goes away';
const visible = 'focus can be seen on everything that Tab reaches';
const pasting = 'pasting is let be in number, code and password';
const targets = 'targets are at least 24 px high and wide, in every view';
const narrow = 'no scrolling sideways 320 px wide, de';
const zoomed = 'no scrolling sideways at 400 %, de';
const forced = 'forced colours: place, choice, focus and errors can be told';
const motion = 'reduced motion: nothing blinks, shakes or slides';
const borders = 'borders of fields stand out by 3:1, light and dark, at rest and with an error';
const roles = "the picker's roles, and arrows that go round";
const pages = "the picker's pages stop at the ends";
const closes = 'the picker chooses with Enter, and closes with Escape, Tab and a click beside it';
const counts = 'the picker says how many it found, and that it found none';
const silence = 'no time-out in silence: sending, checking, the end of a wait and of a code';
const axe = (locale: string, scheme: string) =>
  `axe finds nothing in any screen or error, ${locale}, ${scheme}`;

const picture = (scheme: string) =>
  `in a picture of every view all words, signs, edges and rings are there: ${scheme}`;
const [pictureForced, pictureForcedDark] = [
  picture('forced colours, light'),
  picture('forced colours, dark'),
];

const largeText = 'with text of 200 % the caret and the last four digits are seen at 320, 390 and 768 px';

type Row = [name: string, caughtBy: string, from: RegExp, to: string, says: RegExp];

// One a line, however long.
// prettier-ignore
const rows: readonly Row[] = [
  ['grey text too light', axe('en', 'light'), /light-dark\(#5b6472/g, 'light-dark(#a8b0bc', /color-contrast/],
  ['grey text too dark in the dark', axe('ar', 'dark'), /(light-dark\(#5b6472,\s*)#9ca5b4/g, '$1#4a5361', /color-contrast/],
  ['the countries are no options', axe('de', 'light'), /role="option"/, 'role="row"', /aria-required/],

  ['the number does not point at its message', number, /aria-describedby="message"/g, '', /describedby|"text"|invalid/],
  ['the number is not marked as wrong', number, /aria-invalid=/g, 'data-invalid=', /"invalid":null/],
  ['the label of the code is not tied to it', codeAndPassword, /<label for="code"/, '<label for="digits"', /6-digit code/],
  ['the password is not marked as wrong', codeAndPassword, /(id="password"[\s\S]{0,400}?)aria-invalid=/, '$1data-invalid=', /New password/],

  ['a repeated error is not said again', again, /(\(\w\)\{)this\.#\w\(\),(?=clearTimeout)/, '$1', /is said 2 times/],
  ["the number's own errors are only shown", again, /(this\.shadowRoot\.activeElement===this\.input\?)this\.\w+\(\w\):/, '$1void 0:', /Enter your phone number.*is said 1 times/],
  ["the server's errors are only shown", again, /\w+\.\w+\(this\.#\w\.errorText\(\w\)\)(?=,await)/, 'void 0', /Something went wrong.*is said 1 times/],
  ['the region for errors is no live region', again, /role="alert"/g, '', /is said 1 times/],

  ['the focus stays behind when the step changes', toStep, /(this\.#\w=!1),this\.#e\.focus\(\),(\("next"===)/, '$1,$2', /focus is on code/],
  ['the focus does not go to a number that was refused', toStep, /(\?this\.\w+\(\w\)):this\.input\.focus\(\)/, '$1:void 0', /focus is on number/],
  ['the focus moves whenever something changes', stays, /this\.#\w&&(\(\w+\[\w\]===\w+\.code\?\w:\w\)&&\(this)/, '$1', /Something went wrong|input\./],
  ['the resend is disabled while it waits', stays, /aria-disabled=(\$\{\w+\|\|this\.busy)\?"true":"false"\}/, '?disabled=$1}', /button|can be read/],
  ['the focus is taken from other fields', notTaken, /return e===this\.#e\|\|document\.activeElement===document\.body/, 'return!0', /'other'|other/],

  ['the list drops the focus when it closes', notLost, /(\w+\?\.close\(\),)\w+&&this\.#\w\.focus\(\),/, '$1', /focus is on country/],
  ['"Try again" takes the focus along', tryAgain, /[\w$]+\?\.focus\(\),(this\.verify\()/, '$1', /body/],
  ['"Send anyway" takes the focus along', sendAnyway, /(\w+=!!\w+\.submitter\?\.slot;)\w+&&\w+\?\.focus\(\),/, '$1', /body/],
  ['going back to the number drops the focus', toStep, /screens\b|number:1,sending:1,code:2/, 'number:2,sending:2,code:2', /focus is on/],

  ['no outline on what has the focus', visible, /(:where\(:focus-visible\)\s*\{\s*)outline:\s*2px solid[^;}]+/, '$1outline: none', /no outline|outline/],
  ['no ring on the number', visible, /(\.box:has\(>input:focus\)\{)border-color[^}]+/g, '$1', /number: no ring/],
  ['no ring on the code', visible, /(\.slot\.now\s*\{)\s*border-color[^}]+/, '$1', /code: no ring/],

  ['a pasted code is thrown away', pasting, /\w\.clipboardData\?\.getData\("text"\)/, 'void 0', /step "done"/],
  ['pasting into the number is blocked', pasting, /type="tel"/, 'type="tel" onpaste="return false"', /is pasted/],

  ['links are as low as their text', targets, /(\.link\{[^}]*?)padding:\.25em/, '$1line-height: 1; padding: 0', /button\.link/],
  ['the resend is as low as its text', targets, /min-block-size:\s*44px/, 'line-height: 1', /button\./],

  ['the card has a fixed width', narrow, /max-inline-size:\s*23\.5em/, 'inline-size: 23.5em', /the page|phone-sign-in/],
  ['a message is kept on one line', zoomed, /(\.message\s*\{[^}]*)text-wrap:\s*pretty/, '$1white-space: nowrap', /number|message|label|the page/],

  ['forced colours are not thought of', forced, /@media \(forced-colors:\s*active\)/g, '@media (width < 0)', /edge|active option|focus/],
  ['the active country has no colour of its own', forced, /(\.option\.active\{)forced-color-adjust:none;(color:highlighttext;)background:highlight/, '$1$2background:canvas', /active option/],

  ['reduced motion is not thought of', motion, /@media \(prefers-reduced-motion:\s*reduce\)/g, '@media (width < 0)', /\w+\.\w+/],
  ['the caret blinks all the same', motion, /(\.slot\.caret:after\{)animation:none/, '$1animation-play-state: running', /::after/],

  ['borders too light', borders, /light-dark\(#858e9e/g, 'light-dark(#d5d9e0', /box/],
  ['borders too dark in the dark', borders, /(light-dark\(#858e9e,\s*)#6f7989/g, '$1#2b303a', /box/],

  ['the active option is not named', roles, /aria-activedescendant=/, 'data-active=', /ArrowDown|position|false|&&/],
  ['the arrows stop at the ends', roles, /(\w)<0\?\w\?(\w):0:\1>\2\?\w\?0:\2:\1/, 'Math.max(0,Math.min($1,$2))', /ArrowUp leads to/],
  ['the button does not say that the list is open', roles, /aria-expanded=\$\{\w+\?\.\w+/, 'data-expanded=${!0', /button/],
  ['the keys for pages do nothing', pages, /PageDown:/, 'NoPage:', /PageDown leads to/],
  ['the active option is left out of sight', pages, /(\.move\(\w\)),this\.#\w\(\)/, '$1', /in sight/],
  ['Escape does not close the list', closes, /("Escape"===\w\.key\))this\.close\(\)/, '$1void 0', /list is closed/],
  ['Tab stays in the list', closes, /"Tab"!==/, '"NoTab"!==', /list is closed/],
  ['a click beside the list leaves it open', closes, /(?<!\.)\baddEventListener\("pointerdown"/, 'void("pointerdown"', /click beside it/],
  ['what the search found is not said', counts, /role="status"(\s+\.textContent=\$\{this\.#\w\.query\?)/, '$1', /Countries found: 1/],

  ['a blank button in forced colours', pictureForced, /(\.submit\s*\{\s*)forced-color-adjust:\s*none/, '$1', /button\.submit/],
  ['white digits on grey in forced colours', pictureForced, /(\.slot\.selected\{forced-color-adjust:none;[^}]*background:)highlight/, '$1#999', /span/],
  ['the search has no edge in forced colours', pictureForced, /(\.search\s*\{[^}]*?)border:\s*1px solid[^;]+/, '$1border: 0 solid', /the search has an edge/],
  ['links stay blue in forced dark', pictureForcedDark, /(\.link\{)(color)/, '$1forced-color-adjust: none; color: #2f55e8 !important;$2', /\.link/],
  ['the code has no ring', picture('light'), /(\.slot\.now\s*\{\s*)border-color[^}]+/, '$1', /one-time-code.* has a ring/],
  ['the search has no ring', picture('dark'), /(\.search:focus-within\s*\{\s*)border-color[^}]+/, '$1', /search input has a ring/],
  ['the active country has a tint alone', picture('light'), /(\.option\.active:before\{)content:""/, '$1', /the active country/],
  ['a slot in the colour of its digit', picture('light'), /(\.slot\.filled\s*\{\s*background:\s*)var\([^)]+\)/, '$1#12151c', /two digits[\s\S]*span/],
  ['a quiet button too dark in the dark', picture('dark'), /(\.submit\.quiet\s*\{[^}]*;\s*color:\s*)var\([^)]+\)/, '$1#5b6472', /button\.submit\.quiet/],
  ['hints too light', picture('light'), /(\.message\s*\{[^}]*;\s*color:\s*)var\([^)]+\)/, '$1#a8b0bc', /Any format|span/],
  ['errors too dark in the dark', picture('dark'), /light-dark\(#c42b35,\s*#ff8b8f\)/g, '#c42b35', /missing[\s\S]*Enter your phone number/],
  ['"Continue" is bright on a code that is over', picture('more contrast'), /(\w+\.\w+)&&!\w+\.\w+(?=\?"":"quiet")/, '$1', /too_many_attempts: the button is bright/],
  ['the edges of fields are faint', picture('more contrast'), /(\.slot\s*\{[^}]*?border:\s*1px solid )var\([^)]+\)/, '$1#ccc', /the edge of \.slot/],

  ['the number flows out of its box', largeText, /flex:9999 7\.5em/, 'flex: 9999 0 7.5em; margin-inline-start: 2.5em', /the last 4 digits/],
  ['the country leaves no room for the number', largeText, /(\.box\s*\{[^}]*?)flex-wrap:\s*wrap/, '$1', /the last 4 digits/],

  ['nothing ever takes too long', silence, /(\(\)=>\w+)\.abort\(new \w+\("timeout"\)\)/, '$1', /That took too long/],
  ['the end of a wait is not said', silence, /&&0===(\w)&&this\.#\w\?\.\(\)/, '&&$1', /You can request a new code now/],
  ['the end of a code is not said before it comes', silence, /0===\w+\|\|\w+>\w+\|\|/, '!0||', /before it comes/],
];

export const seeds: readonly Seed[] = rows.map(([name, caughtBy, from, to, says]) => ({
  name,
  caughtBy,
  from,
  to,
  says,
}));
