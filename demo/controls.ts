/** Every attribute and every CSS variable of the widget, as the playground offers it: one line each. */
import { localeNames } from './locale.js';

export interface Control {
  /** An attribute, or a CSS variable with its two dashes. */
  readonly name: string;
  readonly group: Group;
  readonly kind: 'text' | 'choice' | 'flag' | 'list' | 'json' | 'colour' | 'range';
  readonly help: string;
  /** What holds without it, as it is shown. */
  readonly without?: string;
  /** All there is to choose from, or what a text begins with. */
  readonly options?: readonly string[];
  readonly range?: { min: number; max: number; step: number; unit: string };
  /** Said in the snippet, and not done here: the preview always talks to this page's own server. */
  readonly isForSnippet?: true;
  /** No attribute, but an option of this page's own server. */
  readonly isOfServer?: true;
}

export const groups = {
  look: 'Look',
  colours: 'More colours',
  shape: 'More of the shape',
  flow: 'What it does',
  countries: 'Countries',
  page: 'With your page and server',
} as const;

export type Group = keyof typeof groups;

const locales = Object.keys(localeNames);
const purposes = (
  'sign-in register forgot-password generic organization-invitation user-permission-validation ' +
  'bind-new-identifier mfa-verification bind-mfa'
).split(' ');
const backends = 'http better-auth supabase firebase logto logto-account'.split(' ');
const countries = 'AE AU BR CA CN DE ES FR GB IN IT JP KR MX NG PL RU TH TR TW UA US ZA'.split(' ');
const fonts = ['Georgia, serif', 'ui-rounded, Nunito, sans-serif', 'ui-monospace, monospace'];

const colour = (name: string, without: string, help: string, group: Group = 'colours'): Control => ({
  name: `--phone-color-${name}`,
  group,
  kind: 'colour',
  without,
  help,
});
const em = (min: number, max: number, step = 0.05) => ({ min, max, step, unit: 'em' });

// prettier-ignore
export const controls: readonly Control[] = [
  colour('accent', 'light-dark(#2f55e8, #8ea6ff)', 'Button, links and the ring around a field.', 'look'),
  { name: '--phone-radius', group: 'look', kind: 'range', range: em(0, 2), without: '0.8em', help: 'Corners; the card’s are half as large again.' },
  { name: '--phone-font', group: 'look', kind: 'text', options: fonts, without: 'as the page', help: 'Any font-family.' },

  colour('on-accent', 'light-dark(#fff, #0a1030)', 'Words on the button.'),
  colour('link', 'the accent', 'Links, where they are not in the accent.'),
  colour('text', 'light-dark(#12151c, #f1f3f7)', 'Headings and what is typed.'),
  colour('muted', 'light-dark(#5b6472, #9ca5b4)', 'Hints.'),
  colour('surface', 'light-dark(#fff, #15181f)', 'The card.'),
  colour('border', 'light-dark(#858e9e, #6f7989)', 'Around fields.'),
  colour('danger', 'light-dark(#c42b35, #ff8b8f)', 'Errors.'),
  colour('success', 'light-dark(#15803d, #5bd68a)', 'The tick at the end.'),
  colour('focus', 'light-dark(#2f55e8, #8ea6ff)', 'The focus ring; the accent without it.'),

  { name: '--phone-gap', group: 'shape', kind: 'range', range: em(0, 3), without: '1.75em', help: 'Inside the card.' },
  { name: '--phone-control-height', group: 'shape', kind: 'range', range: em(2.75, 4.5, 0.125), without: '3.125em', help: 'Button and fields.' },
  { name: '--phone-shadow', group: 'shape', kind: 'text', options: ['none', '0 8px 24px #0003'], without: 'a hairline', help: 'Any box-shadow.' },
  { name: '--phone-motion', group: 'shape', kind: 'range', range: { min: 0, max: 1, step: 0.05, unit: 's' }, without: '0.15s', help: 'How long things take to move.' },

  { name: 'purpose', group: 'flow', kind: 'choice', options: purposes, without: 'sign-in', help: 'What the code is for. Two end in a session, the others in a proof.' },
  { name: 'locale', group: 'flow', kind: 'choice', options: locales, without: 'as the page', help: 'The widget’s own; without it the nearest lang.' },
  { name: 'phone', group: 'flow', kind: 'text', options: ['+44 7400 123456'], help: 'A number to begin with, in any form.' },
  { name: 'phone-locked', group: 'flow', kind: 'flag', help: 'It cannot be changed; with no number the server knows it.' },
  { name: 'validation', group: 'flow', kind: 'choice', options: ['possible', 'mobile'], without: 'possible', help: 'Warns of what is no mobile number, or refuses it.' },
  { name: 'skippable', group: 'flow', kind: 'flag', help: '“Not now” under a purpose that is optional.' },
  { name: 'first-factor', group: 'flow', kind: 'choice', options: ['code', 'password'], without: 'as the backend says', help: 'What comes after the number.' },
  { name: 'channel', group: 'flow', kind: 'choice', options: ['sms', 'whatsapp', 'voice'], without: 'as the server says', help: 'How the first code comes, where the server has that.' },
  { name: 'server-channels', group: 'flow', kind: 'choice', options: ['sms', 'sms, whatsapp', 'sms, voice', 'whatsapp, sms', 'voice'], without: 'sms, whatsapp, voice', isOfServer: true, help: 'What this page’s server has: channels, in its order.' },
  { name: 'message-rates', group: 'flow', kind: 'flag', help: 'Says that messages may cost something.' },
  { name: 'color-scheme', group: 'flow', kind: 'choice', options: ['light', 'dark', 'auto'], without: 'as the page', help: 'Light, dark, or the system’s.' },

  { name: 'default-country', group: 'countries', kind: 'choice', options: countries, without: 'a guess', help: 'To begin with.' },
  { name: 'countries', group: 'countries', kind: 'list', options: ['GB, IE, US'], without: 'all', help: 'Only these.' },
  { name: 'exclude-countries', group: 'countries', kind: 'list', options: ['US, CA'], without: 'none', help: 'All but these.' },
  { name: 'preferred-countries', group: 'countries', kind: 'list', options: ['GB, IE'], without: 'none', help: 'First in the list.' },

  { name: 'endpoint', group: 'page', kind: 'text', without: '/api/phone', isForSnippet: true, help: 'Where your server answers.' },
  { name: 'backend', group: 'page', kind: 'text', options: backends, without: 'http', isForSnippet: true, help: 'The adapter’s name.' },
  { name: 'backend-options', group: 'page', kind: 'json', isForSnippet: true, help: 'What the adapter wants to know, as JSON.' },
  { name: 'heading-level', group: 'page', kind: 'choice', options: ['1', '2', '3', '4', '5', '6'], without: '2', help: 'Where your page’s outline has the form.' },
  { name: 'code-length', group: 'page', kind: 'text', without: 'as the server says', help: 'Where the backend does not say it.' },
  { name: 'name', group: 'page', kind: 'text', options: ['phone-proof'], help: 'In a form: the field that takes the proof.' },
  { name: 'required', group: 'page', kind: 'flag', help: 'In a form: nothing is submitted before the number is proved.' },
  { name: 'disabled', group: 'page', kind: 'flag', help: 'Cannot be used, and is no part of a form.' },
  { name: 'no-persist', group: 'page', kind: 'flag', help: 'Keeps nothing for a reload: machines that people share.' },
  { name: 'messages', group: 'page', kind: 'json', options: ['{"en":{"send":"Send me the code"}}'], help: 'Your own wording, as JSON: language, id, text.' },
];

export const controlOf: ReadonlyMap<string, Control> = new Map(
  controls.map(control => [control.name, control]),
);

export const isVariable = ({ name }: Control): boolean => name.startsWith('--');
